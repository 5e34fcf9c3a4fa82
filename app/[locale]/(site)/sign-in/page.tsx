import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/account/sign-in-form.tsx";
import { countAnswers } from "@/lib/server/merge.ts";
import { safePath } from "@/lib/server/origin.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { enterWithPassword } from "./actions.ts";
import { Entry } from "./entry.tsx";

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
  return (
    <Entry
      title={t("title")}
      lead={t("lead")}
      problem={error ? t(errorText(error)) : null}
      callbackUrl={callbackUrl}
      answers={answers}
      provider={(provider) => t("provider", { provider })}
      other={{ ask: t("noAccount"), href: "/sign-up", label: t("signUp") }}
    >
      <SignInForm action={enterWithPassword} callbackUrl={callbackUrl} answers={answers} />
      <p className="note mt-5">
        <Link href="/join/return">{t("returnCode")}</Link>
      </p>
    </Entry>
  );
}

/** What a provider's refusal means to the person; the names are those of Auth.js. */
function errorText(error: string | string[]): "errorNotLinked" | "errorDenied" | "errorOther" {
  if (error === "OAuthAccountNotLinked") return "errorNotLinked";
  return error === "AccessDenied" || error === "OAuthCallbackError" ? "errorDenied" : "errorOther";
}
