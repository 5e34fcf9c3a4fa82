import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { PeopleTable } from "@/components/classroom/people-table.tsx";
import { sectionForm } from "@/components/classroom/section-form.ts";
import { TakeOutButton } from "@/components/ui/take-out.tsx";
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
    <PeopleTable
      action={takeOut}
      caption={t("title")}
      empty={t(filtered ? "emptySection" : "empty")}
      nameTitle={t("name")}
      endTitle={t("remove")}
      columns={(["number", "section", "joined"] as const).map((key) => ({ key, title: t(key) }))}
      people={students.map(({ userId, name, studentNumber, section, joinedAt, version }) => ({
        key: userId,
        name: (
          <span className="inline-flex items-center gap-3">
            <input
              type="checkbox"
              form={sectionForm}
              name="student"
              value={`${userId}:${version}`}
              aria-label={t("choose", { name })}
            />
            <Link className="link" prefetch={false} href={`/classes/${classId}/students/${userId}`} data-takes-focus>
              {name}
            </Link>
          </span>
        ),
        cells: [studentNumber ?? "", section ?? "", format.dateTime(joinedAt, { dateStyle: "medium", timeZone: zone })],
        end: (
          <TakeOutButton key="end" fields={{ classId, userId }} label={t("remove")} name={t("removeName", { name })} />
        ),
      }))}
    />
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
  return (
    <PeopleTable
      action={endWait}
      caption={t("waiting")}
      empty={t("waitingEmpty")}
      nameTitle={t("name")}
      endTitle={t("admit")}
      columns={(["number", "asked"] as const).map((key) => ({ key, title: t(key) }))}
      people={waiting.map(({ userId, name, studentNumber, askedAt }) => ({
        key: userId,
        name,
        cells: [studentNumber ?? "", format.dateTime(askedAt, { dateStyle: "medium", timeZone: zone })],
        end: (
          <span key="end" className="inline-flex flex-wrap justify-end gap-x-5 gap-y-2">
            <TakeOutButton fields={{ classId, userId, how: "in" }} label={t("admit")} name={t("admitName", { name })} />
            <TakeOutButton
              fields={{ classId, userId, how: "away" }}
              label={t("turnAway")}
              name={t("turnAwayName", { name })}
            />
          </span>
        ),
      }))}
    />
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
    <PeopleTable
      action={takeBack}
      caption={t("outside")}
      empty={t("outsideEmpty")}
      nameTitle={t("name")}
      endTitle={t("letBack")}
      columns={[{ key: "number", title: t("number") }]}
      people={removed.map(({ userId, name, studentNumber }) => ({
        key: userId,
        name,
        cells: [studentNumber ?? ""],
        end: (
          <TakeOutButton
            key="end"
            fields={{ classId, userId }}
            label={t("letBack")}
            name={t("letBackName", { name })}
          />
        ),
      }))}
    />
  );
}
