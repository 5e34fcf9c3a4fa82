import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { AccommodationForm } from "@/components/classroom/accommodation-form.tsx";
import { QuizTrail } from "@/components/classroom/quiz-trail.tsx";
import { SetScorePanel } from "@/components/classroom/set-score-panel.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { readAccommodation } from "@/lib/server/accommodations.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { readScore } from "@/lib/server/set-scores.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { score } from "../../../score-action.ts";
import { accommodate } from "../../../terms-actions.ts";

/** What one student has otherwise in one quiz. */
export default async function AccommodationPage({
  params,
}: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]/students/[student]">) {
  const t = await getTranslations("terms");
  const m = await getTranslations("marking");
  const format = await getFormatter();
  const { class: classId, assignment: id, student } = await params;
  const here = `/classes/${classId}/quizzes/${id}`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${here}/students/${student}`)}`);
  const [quiz, page, standing] = await Promise.all([
    readAssignment(viewer, id),
    readAccommodation(viewer, id, student),
    readScore(viewer, id, student, new Date()),
  ]);
  if (quiz?.classId !== classId || !page) notFound();
  const { name, terms, own } = page;
  const at = (instant: Date | null) =>
    instant && format.dateTime(instant, { dateStyle: "medium", timeStyle: "short", timeZone: page.zone });
  return (
    <Strings of={["quiz", "terms", "gradebook", "common"]}>
      <title>{t("forName", { name })}</title>
      <QuizTrail id={id} of={quiz} />
      <h1>{t("forName", { name })}</h1>
      <p className="lead mt-3 max-w-measure">{t("forLead", { name })}</p>
      <p className="note mt-2 mb-8" role="status">
        {t("holds", {
          name,
          opens: at(own.opensAt) ?? "",
          closes: at(own.closesAt) ?? "",
          minutes: own.limitMs === null ? "none" : String(Math.floor(own.limitMs / 60_000)),
        })}
      </p>
      <AccommodationForm
        action={accommodate}
        stored={{
          ...{ assignmentId: page.assignmentId, userId: page.userId, version: page.version },
          ...{ timePercent: page.timePercent, moreAttempts: page.moreAttempts },
          ...{ opensWall: page.opensWall, dueWall: page.dueWall, closesWall: page.closesWall },
        }}
        zone={page.zone}
        forClass={{ opens: at(terms.opensAt), due: at(terms.dueAt), closes: at(terms.closesAt) }}
      />
      {standing && (
        <SetScorePanel action={score} assignmentId={id} userId={student} zone={page.zone} standing={standing} />
      )}
      <p className="mt-8 flex flex-wrap gap-3">
        {standing && standing.counted !== null && (
          <LinkButton href={`${here}/students/${student}/answers`} prefetch={false} tone="secondary">
            {m("open")}
          </LinkButton>
        )}
        <LinkButton href={`/classes/${classId}/gradebook`} prefetch={false} tone="secondary">
          {t("toGradebook")}
        </LinkButton>
      </p>
    </Strings>
  );
}
