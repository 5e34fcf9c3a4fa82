import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignUpForm } from "@/components/account/sign-up-form.tsx";
import { readInstance } from "@/lib/server/instance.ts";
import { countAnswers } from "@/lib/server/merge.ts";
import { safePath } from "@/lib/server/origin.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { Entry } from "../sign-in/entry.tsx";
import { openAccount } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("signUp"))("title") };
}

/** Where a guest or a stranger opens an account; `?callbackUrl=` says where to go on to. */
export default async function SignUpPage({ searchParams }: PageProps<"/[locale]/sign-up">) {
  const callbackUrl = safePath((await searchParams).callbackUrl);
  const [t, viewer] = [await getTranslations("signUp"), await currentViewer()];
  if (viewer && !viewer.guest) redirect(callbackUrl);
  const { signUpOpen } = await readInstance();
  const answers = viewer ? await countAnswers(viewer.userId) : 0;
  return (
    <Entry
      title={t("title")}
      lead={`${t("lead")} ${answers > 0 ? t("kept", { count: answers }) : ""}`}
      callbackUrl={callbackUrl}
      // A new account keeps the answers as it is; one that exists already was asked about on the other page.
      answers={answers}
      provider={(provider) => t("provider", { provider })}
      other={{ ask: t("hasAccount"), href: "/sign-in", label: t("signIn") }}
    >
      {signUpOpen ? (
        <SignUpForm action={openAccount} callbackUrl={callbackUrl} />
      ) : (
        <p>{(await getTranslations("account.problems"))("closed")}</p>
      )}
    </Entry>
  );
}
