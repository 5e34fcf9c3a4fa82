import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { CopyLink } from "@/components/classroom/copy-link.tsx";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Table } from "@/components/ui/table.tsx";
import { TakeOutButton, TakeOutList } from "@/components/ui/take-out.tsx";
import { formatCode } from "@/lib/classroom/code.ts";
import type { ClassPage } from "@/lib/server/classes.ts";
import { config } from "@/lib/server/config.ts";
import { readInstructors } from "@/lib/server/instructors.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { changeTeachCode, endTeaching } from "./actions.ts";

/** Who teaches a class, and the link by which others come to. */
export async function Teaching({ viewer, page }: { readonly viewer: Viewer; readonly page: ClassPage }) {
  const t = await getTranslations("teaching");
  const format = await getFormatter();
  const teaching = await readInstructors(viewer, page.id);
  if (!teaching) notFound();
  return (
    <Panel title={t("title")}>
      <TakeOutList action={endTeaching}>
        <Table
          caption={t("title")}
          stacks
          columns={[
            { key: "name", title: t("name") },
            { key: "since", title: t("since") },
            { key: "remove", title: <span className="hidden-text">{t("remove")}</span>, figure: true },
          ]}
          rows={teaching.instructors.map(({ userId, name, joinedAt }) => {
            const own = userId === viewer.userId;
            return {
              key: userId,
              cells: [
                <span key="name" tabIndex={-1} data-takes-focus>
                  {name} {own && <span className="note">({t("you")})</span>}
                </span>,
                format.dateTime(joinedAt, { dateStyle: "medium", timeZone: page.zone }),
                <TakeOutButton
                  key="remove"
                  fields={{ classId: page.id, userId }}
                  label={t(own ? "leave" : "remove")}
                  name={own ? t("leaveName") : t("removeName", { name })}
                />,
              ],
            };
          })}
        />
      </TakeOutList>
      <SecondLink classId={page.id} code={teaching.teachCode} />
    </Panel>
  );
}

async function SecondLink({ classId, code }: { readonly classId: string; readonly code: string | null }) {
  const t = await getTranslations("teaching");
  const { appOrigin } = config();
  const fields = { classId, open: "yes" };
  if (!code)
    return (
      <div className="mt-6 grid justify-items-start gap-3">
        <p className="note">{t("noLink")}</p>
        <ActionButton action={changeTeachCode} fields={fields} label={t("make")} />
      </div>
    );
  return (
    <div className="mt-6 grid gap-3">
      <p className="note">{t("linkText", { address: `${appOrigin}/join`, code: formatCode(code) })}</p>
      <div className="flex flex-wrap items-center gap-4">
        <CopyLink href={`${appOrigin}/join?code=${code}`} label={t("copy")} done={t("copied")} />
        <ActionButton action={changeTeachCode} fields={fields} tone="quiet" label={t("renew")} />
        <ActionButton action={changeTeachCode} fields={{ classId, open: "no" }} tone="quiet" label={t("close")} />
      </div>
    </div>
  );
}
