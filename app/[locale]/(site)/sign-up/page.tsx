import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProviderForm } from "@/components/account/provider-form.tsx";
import { SignUpForm } from "@/components/account/sign-up-form.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { config } from "@/lib/server/config.ts";
import { countAnswers } from "@/lib/server/merge.ts";
import { safePath } from "@/lib/server/origin.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { enterWithProvider } from "../sign-in/actions.ts";
import { openAccount } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("signUp"))("title") };
}

/** Where a guest or a stranger opens an account; `?callbackUrl=` says where to go on to. */
export default async function SignUpPage({ searchParams }: PageProps<"/[locale]/sign-up">) {
  const callbackUrl = safePath((await searchParams).callbackUrl);
  const [t, viewer] = [await getTranslations("signUp"), await currentViewer()];
  if (viewer && !viewer.guest) redirect(callbackUrl);
  const answers = viewer ? await countAnswers(viewer.userId) : 0;
  const { oidc } = config();
  return (
    <div className="mx-auto max-w-md">
      <h1>{t("title")}</h1>
      <p className="lead mt-2 mb-6">
        {t("lead")} {answers > 0 && t("kept", { count: answers })}
      </p>
      <Strings of={["signIn", "signUp"]}>
        <Panel>
          <SignUpForm action={openAccount} callbackUrl={callbackUrl} />
        </Panel>
        {oidc && (
          <Panel className="mt-4">
            <ProviderForm
              action={enterWithProvider}
              callbackUrl={callbackUrl}
              // A new account keeps the answers as it is; one that exists already was asked about on the other page.
              answers={answers}
              label={t("provider", { provider: oidc.name })}
            />
          </Panel>
        )}
      </Strings>
      <p className="mt-6">
        {t("hasAccount")} <Link href={`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`}>{t("signIn")}</Link>
      </p>
    </div>
  );
}
