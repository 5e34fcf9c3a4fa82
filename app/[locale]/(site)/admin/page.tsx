import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { InstanceForm } from "@/components/account/instance-form.tsx";
import { HistoryLines } from "@/components/classroom/history-lines.tsx";
import { PeopleTable } from "@/components/classroom/people-table.tsx";
import { Button, LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { TakeOutButton } from "@/components/ui/take-out.tsx";
import { readUsers, type UserList } from "@/lib/server/admin.ts";
import { readInstanceHistory } from "@/lib/server/history.ts";
import { readInstance } from "@/lib/server/instance.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { changeInstance, setAccess } from "./actions.ts";

/** For those who run the instance: who may be here, what holds for everybody, and what was done. For everybody else there is no such page. */
export default async function AdminPage({ searchParams }: PageProps<"/[locale]/admin">) {
  const t = await getTranslations("admin");
  const viewer = await currentViewer();
  const asked = await searchParams;
  const words = [asked.words].flat()[0]?.slice(0, 100) ?? "";
  const list = viewer && (await readUsers(viewer, { words, after: [asked.after].flat()[0] ?? null }, new Date()));
  const history = viewer && (await readInstanceHistory(viewer));
  if (!list || !history) notFound();
  return (
    <Strings of={["admin"]}>
      <title>{t("title")}</title>
      <h1>{t("title")}</h1>
      <p className="lead mt-3 mb-8">{t("lead")}</p>
      <div className="grid gap-4">
        <Panel title={t("users")}>
          <search>
            <form className="mb-6 flex flex-wrap items-end gap-3">
              <label className="grid gap-1">
                <span>{t("find")}</span>
                <input className="input" type="search" name="words" defaultValue={words} maxLength={100} />
              </label>
              <Button type="submit" tone="secondary">
                {t("search")}
              </Button>
            </form>
          </search>
          <Users list={list} words={words} />
        </Panel>
        <Panel title={t("settings")}>
          <InstanceForm action={changeInstance} stored={await readInstance()} />
        </Panel>
        <Panel title={t("history")}>
          <HistoryLines lines={history.lines} zone="UTC" />
        </Panel>
      </div>
    </Strings>
  );
}

async function Users({ list, words }: { readonly list: UserList; readonly words: string }) {
  const [t, format] = [await getTranslations("admin"), await getFormatter()];
  const more = new URLSearchParams({ ...(words ? { words } : {}), after: list.after ?? "" });
  return (
    <>
      <PeopleTable
        action={setAccess}
        caption={t("users")}
        empty={t("nobody")}
        nameTitle={t("person")}
        endTitle={t("access")}
        columns={[
          { key: "login", title: t("login") },
          { key: "since", title: t("since") },
          { key: "sessions", title: t("sessions"), figure: true },
        ]}
        people={list.users.map(({ userId, name, login, since, admin, disabled, sessions }) => ({
          key: userId,
          name: (
            <span className="inline-flex flex-wrap items-center gap-2" tabIndex={-1} data-takes-focus>
              {name ?? login ?? t("noName")}
              {admin && <Tag>{t("admin")}</Tag>}
              {disabled && <Tag tone="due">{t("out")}</Tag>}
            </span>
          ),
          cells: [login ?? "", format.dateTime(since, { dateStyle: "medium", timeZone: "UTC" }), String(sessions)],
          end: (
            <TakeOutButton
              key="end"
              fields={{ userId, disabled: disabled ? "no" : "yes" }}
              label={t(disabled ? "enable" : "disable")}
              name={t(disabled ? "enableName" : "disableName", { name: name ?? login ?? t("noName") })}
            />
          ),
        }))}
      />
      {list.after !== null && (
        <p className="mt-6">
          <LinkButton href={`/admin?${more}`} tone="secondary" rel="next" prefetch={false}>
            {t("more")}
          </LinkButton>
        </p>
      )}
    </>
  );
}
