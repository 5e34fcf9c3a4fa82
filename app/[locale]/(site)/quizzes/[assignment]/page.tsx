import { notFound, redirect } from "next/navigation";
import { AroundQuiz } from "@/components/classroom/around-quiz.tsx";
import { QuizTaker } from "@/components/classroom/quiz-taker.tsx";
import { ReviewedSlot } from "@/components/classroom/reviewed-slot.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { readAssignment } from "@/lib/server/assignments.ts";
import { roleIn } from "@/lib/server/classes.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { ownReports } from "@/lib/server/reports.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { report } from "../report-actions.ts";

/** An assigned quiz for its student: before, while and after it is taken. `?attempt=2` asks for the review of that one. */
export default async function TakeQuizPage({ params, searchParams }: PageProps<"/[locale]/quizzes/[assignment]">) {
  const { assignment } = await params;
  const { attempt: wanted } = await searchParams;
  const viewer = await currentViewer();
  if (!viewer || viewer.guest) redirect(`/sign-in?callbackUrl=/quizzes/${encodeURIComponent(assignment)}`);
  const now = new Date();
  const quiz = await readQuiz(viewer, assignment, now, Number(wanted ?? "") || null);
  if (!quiz) {
    const taught = await readAssignment(viewer, assignment);
    if (taught && (await roleIn(viewer, taught.classId)) === "instructor")
      redirect(`/classes/${taught.classId}/quizzes/${taught.id}`);
    notFound();
  }
  const { attempt, access } = quiz;
  if (attempt && access.kind === "may-answer")
    return (
      <Strings of={["quiz", "question", "common"]}>
        <title>{quiz.title}</title>
        <QuizTaker
          learner={viewer.userId}
          attempt={attempt.id}
          slots={attempt.slots.map((each) => ({ ...each, checked: each.checked !== null }))}
          reviews={Object.fromEntries(
            attempt.slots.flatMap(({ slot, checked }, index) =>
              checked?.review ? [[slot, <ReviewedSlot key={slot} reviewed={checked.review} number={index + 1} />]] : [],
            ),
          )}
          checks={attempt.checks}
          leftMs={access.deadline.getTime() - now.getTime()}
          title={`${quiz.className} · ${quiz.title}`}
        />
      </Strings>
    );
  const reports = quiz.results ? await ownReports(viewer, quiz.id) : [];
  return <AroundQuiz quiz={quiz} now={now} reporting={{ action: report, reports }} />;
}
