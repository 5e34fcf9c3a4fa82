import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublishForm } from "@/components/classroom/publish-form.tsx";
import { QuizTrail } from "@/components/classroom/quiz-trail.tsx";
import { shownTerms } from "@/components/classroom/shown-terms.ts";
import { Strings } from "@/components/ui/strings.tsx";
import { readAssignment } from "@/lib/server/assignments.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { save } from "../../terms-actions.ts";

/** The terms of a quiz that the class has: when it is open, how often and how long, what is shown. */
export default async function QuizSettingsPage({
  params,
}: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]/settings">) {
  const t = await getTranslations("terms");
  const { class: classId, assignment: id } = await params;
  const here = `/classes/${classId}/quizzes/${id}`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${here}/settings`)}`);
  const quiz = await readAssignment(viewer, id);
  if (quiz?.classId !== classId) notFound();
  // A draft is set where it is published.
  if (!quiz.publishedAt) redirect(here);
  return (
    <Strings of={["quiz", "terms", "common"]}>
      <title>{`${t("title")} · ${quiz.title}`}</title>
      <QuizTrail id={id} of={quiz} />
      <h1>{t("title")}</h1>
      <p className="lead mt-3 mb-8 max-w-measure">{t("lead")}</p>
      <PublishForm
        action={save}
        assignmentId={quiz.id}
        version={quiz.version}
        title={quiz.title}
        shown={shownTerms(quiz)}
        submit={t("save")}
        done={t("saved")}
      />
    </Strings>
  );
}
