import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProviderForm } from "@/components/account/provider-form.tsx";
import { SignInForm } from "@/components/account/sign-in-form.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { config } from "@/lib/server/config.ts";
import { countAnswers } from "@/lib/server/merge.ts";
import { safePath } from "@/lib/server/origin.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { enterWithPassword, enterWithProvider } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("title") };
}

/** Where to sign in; `?callbackUrl=` says where to go on to, `?error=` why a provider's sign-in came back. */
export default async function SignInPage({ searchParams }: PageProps<"/[locale]/sign-in">) {
  const { callbackUrl: unsafeUrl, error } = await searchParams;
  const callbackUrl = safePath(unsafeUrl);
  const [t, viewer] = [await getTranslations("signIn"), await currentViewer()];
  if (viewer && !viewer.guest) redirect(error ? "/account?error=linked" : callbackUrl);
  const answers = viewer ? await countAnswers(viewer.userId) : 0;
  const { oidc } = config();
  return (
    <div className="mx-auto max-w-md">
      <h1>{t("title")}</h1>
      <p className="lead mt-2 mb-6">{t("lead")}</p>
      {error && (
        <p role="alert" className="mb-6">
          {t(errorText(error))}
        </p>
      )}
      <Strings of={["signIn"]}>
        <Panel>
          <SignInForm action={enterWithPassword} callbackUrl={callbackUrl} answers={answers} />
        </Panel>
        {oidc && (
          <Panel className="mt-4">
            <ProviderForm
              action={enterWithProvider}
              callbackUrl={callbackUrl}
              answers={answers}
              label={t("provider", { provider: oidc.name })}
            />
          </Panel>
        )}
      </Strings>
      <p className="mt-6">
        {t("noAccount")} <Link href={`/sign-up?callbackUrl=${encodeURIComponent(callbackUrl)}`}>{t("signUp")}</Link>
      </p>
    </div>
  );
}

/** What a provider's refusal means to the person; the names are those of Auth.js. */
function errorText(error: string | string[]): "errorNotLinked" | "errorDenied" | "errorOther" {
  if (error === "OAuthAccountNotLinked") return "errorNotLinked";
  return error === "AccessDenied" || error === "OAuthCallbackError" ? "errorDenied" : "errorOther";
}
