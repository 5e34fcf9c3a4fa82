import Link from "next/link";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NameForm } from "@/components/account/name-form.tsx";
import { PasswordForm } from "@/components/account/password-form.tsx";
import { SettingsForm } from "@/components/account/settings-form.tsx";
import { SignOut } from "@/components/account/sign-out.tsx";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Table } from "@/components/ui/table.tsx";
import { TakeOutButton, TakeOutList } from "@/components/ui/take-out.tsx";
import { type AccountPage, readAccount } from "@/lib/server/account-page.ts";
import { isAdmin } from "@/lib/server/admin.ts";
import { config } from "@/lib/server/config.ts";
import { countAnswers } from "@/lib/server/merge.ts";
import { readChoice } from "@/lib/server/save-settings.ts";
import { currentSession } from "@/lib/server/viewer.ts";
import { capDays } from "@/lib/study/fold.ts";
import { linkProvider, saveLearning, saveName, savePassword, signOutThere } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("title") };
}

/** Who I am here, how I study, where I am signed in, and what is kept about me. A guest sees what applies to guests. */
export default async function Account({ searchParams }: PageProps<"/[locale]/account">) {
  const session = await currentSession();
  if (!session) redirect("/sign-in?callbackUrl=/account");
  const [t, account, { choice, isChosen }] = await Promise.all([
    getTranslations("account"),
    readAccount(session, new Date()),
    readChoice(session.viewer),
  ]);
  const { error } = await searchParams;
  const settings = { ...choice, desiredRetention: Math.round(choice.desiredRetention * 100), isChosen };
  return (
    <>
      <h1 className="mb-8">{t("title")}</h1>
      {error && (
        <p role="alert" className="mb-6">
          {(await getTranslations("signIn"))("errorLinkedElsewhere")}
        </p>
      )}
      <Strings of={["account"]}>
        <div className="grid gap-6">
          {account ? (
            <Profile account={account} zone={choice.zone} userId={session.viewer.userId} />
          ) : (
            <Guest userId={session.viewer.userId} />
          )}
          <Panel title={t("settings")}>
            <SettingsForm
              action={saveLearning}
              zones={zonesWith(choice.zone)}
              settings={settings}
              capDays={{ first: capDays["until-two-right"], produced: capDays["until-produced"] }}
            />
          </Panel>
          {account && (await isAdmin(session.viewer)) && (
            <Panel title={t("runs")}>
              <LinkButton href="/admin" prefetch={false} tone="secondary">
                {t("toAdmin")}
              </LinkButton>
            </Panel>
          )}
          {account && <WaysIn account={account} />}
          {account && <Sessions account={account} zone={choice.zone} userId={session.viewer.userId} />}
          <Panel title={t("dataTitle")}>
            <p className="max-w-measure">{t("dataText")}</p>
          </Panel>
        </div>
      </Strings>
    </>
  );
}

async function Guest({ userId }: { readonly userId: string }): Promise<ReactNode> {
  const t = await getTranslations("account");
  return (
    <Panel title={t("guestTitle")} card>
      <p className="mb-5 max-w-measure">{t("guestText", { count: await countAnswers(userId) })}</p>
      <p className="flex flex-wrap gap-3">
        <LinkButton href="/sign-up?callbackUrl=/account">{t("signUp")}</LinkButton>
        <LinkButton href="/sign-in?callbackUrl=/account" tone="secondary">
          {t("signIn")}
        </LinkButton>
      </p>
    </Panel>
  );
}

type Shown = { readonly account: AccountPage; readonly zone?: string; readonly userId: string };

async function Profile({ account, zone = "UTC", userId }: Shown): Promise<ReactNode> {
  const [t, format] = [await getTranslations("account"), await getFormatter()];
  const login = account.email ?? account.username;
  return (
    <Panel title={t("profile")} aside={<SignOut learner={userId} label={t("signOut")} />}>
      {login && (
        <p>
          {t("login")} <strong>{login}</strong>
        </p>
      )}
      <p className="note mt-1 mb-6">
        {t("since", {
          date: format.dateTime(account.since, { dateStyle: "long", timeZone: zone }),
          count: account.answers,
        })}
      </p>
      <NameForm action={saveName} name={account.name ?? ""} />
    </Panel>
  );
}

async function WaysIn({ account }: Pick<Shown, "account">): Promise<ReactNode> {
  const t = await getTranslations("account");
  const { oidc } = config();
  // Who joined a class by a name alone.
  const byName = !account.hasPassword && account.providers.length === 0;
  const isLinked = oidc !== null && account.providers.includes(new URL(oidc.issuer).host);
  return (
    <>
      <Panel title={t("passwordTitle")}>
        {account.hasPassword ? (
          <PasswordForm action={savePassword} login={account.email ?? account.username ?? ""} />
        ) : (
          <p>
            {byName ? (
              <Link href="/join/return">{t("byReturnCode")}</Link>
            ) : (
              t("noPassword", { provider: oidc?.name ?? account.providers.join(", ") })
            )}
          </p>
        )}
      </Panel>
      {oidc && account.hasPassword && (
        <Panel title={t("providerTitle")}>
          {isLinked ? (
            <p>{t("linked", { provider: oidc.name })}</p>
          ) : (
            <>
              <p className="mb-4">{t("linkHint", { provider: oidc.name })}</p>
              <ActionButton action={linkProvider} label={t("link", { provider: oidc.name })} />
            </>
          )}
        </Panel>
      )}
    </>
  );
}

async function Sessions({ account, zone = "UTC", userId }: Shown): Promise<ReactNode> {
  const [t, format] = [await getTranslations("account"), await getFormatter()];
  const time = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  return (
    <Panel
      title={t("sessions")}
      aside={<SignOut learner={userId} label={t("signOutEverywhere")} everywhere tone="danger" />}
    >
      <TakeOutList action={signOutThere}>
        <Table
          caption={t("sessions")}
          stacks
          columns={[
            { key: "browser", title: t("browser") },
            { key: "begun", title: t("begun") },
            { key: "seen", title: t("lastSeen") },
            { key: "end", title: <span className="hidden-text">{t("end")}</span>, figure: true },
          ]}
          rows={account.sessions.map((line) => ({
            key: line.id,
            cells: [
              line.here ? (
                t("here")
              ) : (
                <span key="browser" tabIndex={-1} data-takes-focus>
                  {t("elsewhere")}
                </span>
              ),
              time(line.begunAt),
              time(line.lastSeenAt),
              line.here ? (
                "–"
              ) : (
                <TakeOutButton
                  key={line.id}
                  fields={{ id: line.id }}
                  label={t("end")}
                  name={t("endName", { seen: time(line.lastSeenAt) })}
                />
              ),
            ],
          }))}
        />
      </TakeOutList>
    </Panel>
  );
}

/** Every zone this machine knows, and the learner's own, which may go by an older name. */
function zonesWith(zone: string): string[] {
  const known = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((each) => each !== "UTC")];
  return known.includes(zone) ? known : [zone, ...known];
}
