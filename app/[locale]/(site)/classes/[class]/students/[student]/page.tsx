import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StudentForm } from "@/components/classroom/student-form.tsx";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { readClass } from "@/lib/server/classes.ts";
import { readRoster } from "@/lib/server/roster.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { makeInstructor } from "../../settings/actions.ts";
import { changeStudent } from "../actions.ts";

/** One student of a class: name, number, section. */
export default async function StudentPage({ params }: PageProps<"/[locale]/classes/[class]/students/[student]">) {
  const [t, teaching] = await Promise.all([getTranslations("roster"), getTranslations("teaching")]);
  const { class: classId, student: userId } = await params;
  const here = `/classes/${classId}/students`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
  const [page, roster] = await Promise.all([readClass(viewer, classId), readRoster(viewer, classId)]);
  const student = roster?.students.find((each) => each.userId === userId);
  if (!page || !roster || !student) notFound();
  return (
    <Strings of={["roster"]}>
      <title>{`${student.name} · ${page.name}`}</title>
      <Trail
        steps={[
          { href: `/classes/${classId}`, title: page.name },
          { href: here, title: t("title") },
        ]}
      />
      <h1 className="mb-8">{student.name}</h1>
      <div className="grid gap-4">
        <Panel>
          <StudentForm action={changeStudent} classId={classId} student={student} sections={roster.sections} />
        </Panel>
        {!page.simulated && (
          <Panel title={teaching("promoteTitle")}>
            <p className="note mb-4">{teaching("promoteText")}</p>
            <ActionButton
              action={makeInstructor}
              fields={{ classId, userId }}
              label={teaching("promote", { name: student.name })}
            />
          </Panel>
        )}
      </div>
    </Strings>
  );
}
