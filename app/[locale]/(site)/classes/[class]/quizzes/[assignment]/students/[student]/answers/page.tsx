import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { MarkedAnswer } from "@/components/classroom/marked-answer.tsx";
import { QuizTrail } from "@/components/classroom/quiz-trail.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { readAnswers } from "@/lib/server/hand-marks.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { giveHandMark } from "../../../../mark-action.ts";

/** Every answer of a student in one attempt, to be marked by hand. */
export default async function AnswersPage({
  params,
  searchParams,
}: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]/students/[student]/answers">) {
  const t = await getTranslations("marking");
  const format = await getFormatter();
  const { class: classId, assignment: id, student } = await params;
  const here = `/classes/${classId}/quizzes/${id}`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${here}/students/${student}/answers`)}`);
  const wanted = Number((await searchParams).attempt);
  const page = await readAnswers(viewer, id, student, Number.isInteger(wanted) ? wanted : null);
  if (page?.classId !== classId) notFound();
  const points = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  return (
    <Strings of={["marking", "common"]}>
      <title>{`${t("title", { name: page.name })} · ${page.title}`}</title>
      <QuizTrail id={id} of={page} />
      <h1>{t("title", { name: page.name })}</h1>
      <p className="lead mt-3 mb-8 max-w-measure">
        {t("score", { points: points(page.score), max: points(page.scoreMax) })} {page.late && t("late")} {t("lead")}
      </p>
      {page.numbers.length > 1 && (
        <nav aria-label={t("attempts")} className="mb-6 flex flex-wrap gap-4">
          {page.numbers.map((number) => (
            <a
              key={number}
              className="link"
              href={`${here}/students/${student}/answers?attempt=${number}`}
              aria-current={number === page.number ? "page" : undefined}
            >
              {t("attempt", { number })}
            </a>
          ))}
        </nav>
      )}
      <ol className="grid gap-6">
        {page.answers.map((answer, index) => (
          <MarkedAnswer
            key={answer.slot}
            answer={answer}
            place={index + 1}
            zone={page.zone}
            action={giveHandMark}
            ids={{ assignmentId: id, userId: student, number: page.number }}
          />
        ))}
      </ol>
      <p className="mt-8 flex flex-wrap gap-3">
        <LinkButton href={`${here}/students/${student}`} prefetch={false} tone="quiet">
          {t("toStudent", { name: page.name })}
        </LinkButton>
      </p>
    </Strings>
  );
}
