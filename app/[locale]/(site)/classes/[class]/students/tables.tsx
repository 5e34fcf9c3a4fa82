import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { sectionForm } from "@/components/classroom/section-form.ts";
import { Table } from "@/components/ui/table.tsx";
import { TakeOutButton, TakeOutList } from "@/components/ui/take-out.tsx";
import type { StudentLine, WaitingLine } from "@/lib/server/roster.ts";
import { endWait, takeBack, takeOut } from "./actions.ts";

type StudentsProps = {
  readonly classId: string;
  readonly zone: string;
  readonly students: readonly StudentLine[];
  /** Are only those of one section shown? */
  readonly filtered: boolean;
};

/** The students of a class, each with a box that the section form counts. */
export async function StudentTable({ classId, zone, students, filtered }: StudentsProps) {
  const t = await getTranslations("roster");
  const format = await getFormatter();
  return (
    <TakeOutList action={takeOut}>
      {students.length === 0 && <p className="note">{t(filtered ? "emptySection" : "empty")}</p>}
      {students.length > 0 && (
        <Table
          caption={t("title")}
          columns={[
            { key: "name", title: t("name") },
            { key: "number", title: t("number") },
            { key: "section", title: t("section") },
            { key: "joined", title: t("joined") },
            { key: "remove", title: <span className="hidden-text">{t("remove")}</span>, figure: true },
          ]}
          rows={students.map(({ userId, name, studentNumber, section, joinedAt }) => ({
            key: userId,
            cells: [
              <span key="name" className="inline-flex items-center gap-3">
                <input
                  type="checkbox"
                  form={sectionForm}
                  name="userId"
                  value={userId}
                  aria-label={t("choose", { name })}
                />
                <Link
                  className="link"
                  prefetch={false}
                  href={`/classes/${classId}/students/${userId}`}
                  data-takes-focus
                >
                  {name}
                </Link>
              </span>,
              studentNumber ?? "",
              section ?? "",
              format.dateTime(joinedAt, { dateStyle: "medium", timeZone: zone }),
              <TakeOutButton
                key="remove"
                fields={{ classId, userId }}
                label={t("remove")}
                name={t("removeName", { name })}
              />,
            ],
          }))}
        />
      )}
    </TakeOutList>
  );
}

/** Who waits to be let in. */
export async function WaitingTable({
  classId,
  zone,
  waiting,
}: {
  readonly classId: string;
  readonly zone: string;
  readonly waiting: readonly WaitingLine[];
}) {
  const t = await getTranslations("roster");
  const format = await getFormatter();
  const columns = [
    { key: "name", title: t("name") },
    { key: "number", title: t("number") },
    { key: "asked", title: t("asked") },
    { key: "end", title: <span className="hidden-text">{t("admit")}</span>, figure: true },
  ];
  return (
    <TakeOutList action={endWait}>
      {waiting.length === 0 && <p className="note">{t("waitingEmpty")}</p>}
      {waiting.length > 0 && (
        <Table
          caption={t("waiting")}
          columns={columns}
          rows={waiting.map(({ userId, name, studentNumber, askedAt }) => ({
            key: userId,
            cells: [
              <span key="name" tabIndex={-1} data-takes-focus>
                {name}
              </span>,
              studentNumber ?? "",
              format.dateTime(askedAt, { dateStyle: "medium", timeZone: zone }),
              <span key="end" className="inline-flex flex-wrap justify-end gap-2">
                <TakeOutButton
                  fields={{ classId, userId, how: "in" }}
                  label={t("admit")}
                  name={t("admitName", { name })}
                />
                <TakeOutButton
                  fields={{ classId, userId, how: "away" }}
                  label={t("turnAway")}
                  name={t("turnAwayName", { name })}
                />
              </span>,
            ],
          }))}
        />
      )}
    </TakeOutList>
  );
}

/** Who was removed or turned away. */
export async function OutsideTable({
  classId,
  removed,
}: {
  readonly classId: string;
  readonly removed: readonly StudentLine[];
}) {
  const t = await getTranslations("roster");
  return (
    <TakeOutList action={takeBack}>
      {removed.length === 0 && <p className="note">{t("outsideEmpty")}</p>}
      {removed.length > 0 && (
        <Table
          caption={t("outside")}
          columns={[
            { key: "name", title: t("name") },
            { key: "number", title: t("number") },
            { key: "back", title: <span className="hidden-text">{t("letBack")}</span>, figure: true },
          ]}
          rows={removed.map(({ userId, name, studentNumber }) => ({
            key: userId,
            cells: [
              <span key="name" tabIndex={-1} data-takes-focus>
                {name}
              </span>,
              studentNumber ?? "",
              <TakeOutButton
                key="back"
                fields={{ classId, userId }}
                label={t("letBack")}
                name={t("letBackName", { name })}
              />,
            ],
          }))}
        />
      )}
    </TakeOutList>
  );
}
