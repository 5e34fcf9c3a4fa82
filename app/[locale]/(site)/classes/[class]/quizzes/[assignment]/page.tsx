import { notFound, redirect } from "next/navigation";
import { DraftView } from "@/components/classroom/draft-view.tsx";
import { ResultsView } from "@/components/classroom/results-view.tsx";
import { Strings } from "@/components/ui/strings.tsx";
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
  const results = draft.publishedAt ? await readResults(viewer, id, now) : null;
  return (
    <Strings of={["quiz", "terms", "results", "question", "common"]}>
      <title>{draft.title}</title>
      {results ? (
        <ResultsView results={results} now={now} close={close} here={`/classes/${classId}/quizzes/${id}`} />
      ) : (
        <DraftView draft={draft} swap={swap} takeOut={takeOut} publish={publish} />
      )}
    </Strings>
  );
}
