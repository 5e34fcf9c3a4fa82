import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { QuizTaker } from "@/components/classroom/quiz-taker.tsx";
import { RefreshAfter } from "@/components/classroom/refresh-after.tsx";
import { StartQuiz } from "@/components/classroom/start-quiz.tsx";
import { QuestionReview } from "@/components/question/review.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { mark } from "@/lib/questions/mark.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { type QuizPage, readQuiz } from "@/lib/server/attempts.ts";
import { roleIn } from "@/lib/server/classes.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

/** An assigned quiz for its student: before, while and after it is open. */
export default async function TakeQuizPage({ params }: PageProps<"/[locale]/quizzes/[assignment]">) {
  const { assignment } = await params;
  const viewer = await currentViewer();
  if (!viewer || viewer.guest) redirect(`/sign-in?callbackUrl=/quizzes/${encodeURIComponent(assignment)}`);
  const now = new Date();
  const quiz = await readQuiz(viewer, assignment, now);
  if (!quiz) {
    const taught = await readAssignment(viewer, assignment);
    if (taught && (await roleIn(viewer, taught.classId)) === "instructor")
      redirect(`/classes/${taught.classId}/quizzes/${taught.id}`);
    notFound();
  }
  if (quiz.attempt)
    return (
      <Strings of={["quiz", "question", "common"]}>
        <title>{quiz.title}</title>
        <QuizTaker
          learner={viewer.userId}
          attempt={quiz.attempt.id}
          slots={quiz.attempt.slots}
          leftMs={quiz.closesAt.getTime() - now.getTime()}
          title={`${quiz.className} · ${quiz.title}`}
        />
      </Strings>
    );
  return <AroundQuiz quiz={quiz} now={now} />;
}

/** What stands here while there is nothing to answer. */
async function AroundQuiz({ quiz, now }: { readonly quiz: QuizPage; readonly now: Date }) {
  const t = await getTranslations("quiz");
  const format = await getFormatter();
  const at = (instant: Date) =>
    `${format.dateTime(instant, { dateStyle: "full", timeStyle: "short", timeZone: quiz.zone })} (${quiz.zone})`;
  const { access } = quiz;
  return (
    <>
      <title>{quiz.title}</title>
      <p className="kicker">{quiz.className}</p>
      <h1>{quiz.title}</h1>
      {access.kind === "opens-later" && <p className="lead mt-3">{t("opensLater", { at: at(access.opensAt) })}</p>}
      {access.kind === "may-start" && (
        <>
          <p className="lead mt-3">
            {t("questions", { count: quiz.count })}. {t("openUntil", { at: at(access.closesAt) })}
          </p>
          <p className="note mt-3 mb-8 max-w-measure">{t("rules")}</p>
          <Strings of={["quiz"]}>
            <StartQuiz assignment={quiz.id} />
          </Strings>
        </>
      )}
      {access.kind === "handed-in" && <p className="lead mt-3">{t("handedIn", { at: at(access.resultsAt) })}</p>}
      {access.kind === "closing" && (
        <>
          <p className="lead mt-3">{t("closing")}</p>
          <RefreshAfter ms={access.resultsAt.getTime() - now.getTime() + 100} />
        </>
      )}
      {access.kind === "results" && <Results quiz={quiz} />}
    </>
  );
}

async function Results({ quiz }: { readonly quiz: QuizPage }) {
  const t = await getTranslations("quiz");
  if (!quiz.results) return <p className="lead mt-3">{t("notTaken")}</p>;
  const { results } = quiz;
  return (
    <>
      <p className="mt-3 font-serif text-2xl">{t("yourResult", { score: results.score, max: results.scoreMax })}</p>
      <p className="note mt-2">{t("intoMemory")}</p>
      <p className="mt-4 mb-8">
        <LinkButton href="/" tone="secondary">
          {t("toToday")}
        </LinkButton>
      </p>
      <ol className="grid gap-6">
        {results.slots.map(({ slot, question, response, points, pointsMax }, index) => (
          <li key={slot} className="panel" id={`slot-${slot}`}>
            <p className="kicker">
              {t("number", { slot: index + 1 })} · {question.kicker} · {t("pointsOf", { points, max: pointsMax })}
            </p>
            <h2 className="mt-1 mb-4 font-serif text-xl">{question.stem}</h2>
            {!response && <p className="note mb-2">{t("blank")}</p>}
            <Strings of={["question"]}>
              <QuestionReview
                question={question}
                response={response}
                mark={response && mark(question, response, { second: true })}
                options="all"
                name={t("whyOf", { slot: index + 1 })}
              />
            </Strings>
          </li>
        ))}
      </ol>
    </>
  );
}
