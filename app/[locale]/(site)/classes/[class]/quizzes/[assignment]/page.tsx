import { notFound, redirect } from "next/navigation";
import { DraftView } from "@/components/classroom/draft-view.tsx";
import { ResultsView } from "@/components/classroom/results-view.tsx";
import { TakeAway } from "@/components/classroom/take-away.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { fileOf } from "@/lib/interop/file.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { readResults } from "@/lib/server/results.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { close, swap, takeOut } from "../actions.ts";
import { publish } from "../terms-actions.ts";

/** A quiz as its instructor sees it: the draft with every key, later the results. */
export default async function QuizPage({ params }: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]">) {
  const { class: classId, assignment: id } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/classes/${classId}/quizzes/${id}`)}`);
  const draft = await readAssignment(viewer, id);
  if (!draft || draft.classId !== classId) notFound();
  const now = new Date();
  const placed = draft.slots.map(({ points, question }, index) => ({ number: index + 1, points, question }));
  const quiz = { title: draft.title, variant: 1, questions: placed };
  const results = draft.publishedAt ? await readResults(viewer, id, now) : null;
  return (
    <Strings of={["quiz", "terms", "results", "question", "common"]}>
      <title>{draft.title}</title>
      {results ? (
        <ResultsView results={results} now={now} close={close} here={`/classes/${classId}/quizzes/${id}`} />
      ) : (
        <DraftView draft={draft} swap={swap} takeOut={takeOut} publish={publish} />
      )}
      <div className="mt-8">
        <TakeAway
          href={(what) => `/classes/${classId}/quizzes/${id}/${what}?variant=1`}
          moodle={fileOf(quiz, "moodle.xml")}
          gift={fileOf(quiz, "gift.txt")}
        />
      </div>
    </Strings>
  );
}
