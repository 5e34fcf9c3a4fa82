import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/classroom/code-form.tsx";
import { JoinForm } from "@/components/classroom/join-form.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { formatCode, parseCode } from "@/lib/classroom/code.ts";
import { tryCode } from "@/lib/server/join-limit.ts";
import { classByCode } from "@/lib/server/joining.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { findClass, join } from "../classes/actions.ts";
import { joinWithName } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("classes"))("joinTitle") };
}

/** Joins a class by its link (`?code=`) or by a code that is typed. */
export default async function JoinPage({ searchParams }: PageProps<"/[locale]/join">) {
  const t = await getTranslations("classes");
  const given = [(await searchParams).code].flat()[0] ?? "";
  const code = parseCode(given);
  const viewer = await currentViewer();
  const here = code ? `/join?code=${code}` : "/join";
  const known = viewer !== null && !viewer.guest;
  // A page may be fetched over and over: looking a code up here is counted and limited like the form that leads here.
  const tried = code && (await tryCode(viewer, await headers(), () => classByCode(code)));
  const found = tried && tried.kind === "tried" ? tried.opened : null;
  // Who holds a code may join by name alone; who is to teach needs an account to come back to.
  if (!known && (!found || found.teaches)) redirect(`/sign-up?callbackUrl=${encodeURIComponent(here)}`);
  return (
    <>
      <h1 className={found ? "mb-3" : "mb-6"}>{found ? t("joinThis", { name: found.name }) : t("joinTitle")}</h1>
      <Strings of={["classes"]}>
        {found ? (
          <>
            <p className="lead mb-8">
              {t("taughtBy", { name: found.instructor })}{" "}
              {found.invited !== null && t("invitedJoin", { name: found.invited })}{" "}
              {found.teaches
                ? t("teachesJoin")
                : found.needsApproval && found.invited === null && t("needsApprovalJoin")}
            </p>
            <JoinForm
              action={known ? join : joinWithName}
              asks={found.invited !== null ? "nothing" : found.teaches ? "name" : "name-and-number"}
              code={formatCode(code ?? "")}
              name={found.invited ?? viewer?.name ?? ""}
            />
            {!known && <OtherWays here={here} />}
          </>
        ) : (
          <CodeForm action={findClass} code={given.slice(0, 20)} unknown={given !== ""} />
        )}
      </Strings>
    </>
  );
}

/** For those who have an account, or want one: joining by name makes one that only a code opens again. */
async function OtherWays({ here }: { readonly here: string }) {
  const t = await getTranslations("joining");
  const to = `callbackUrl=${encodeURIComponent(here)}`;
  return (
    <p className="note mt-6 flex flex-wrap gap-x-4 gap-y-1">
      <span>{t("byName")}</span>
      <Link href={`/sign-in?${to}`}>{t("signIn")}</Link>
      <Link href={`/sign-up?${to}`}>{t("signUp")}</Link>
      <Link href="/join/return">{t("haveCode")}</Link>
    </p>
  );
}
