import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OwnForm } from "@/components/classroom/own-form.tsx";
import { QuizTrail } from "@/components/classroom/quiz-trail.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { type Own, ownKinds } from "@/lib/classroom/own.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { readOwn } from "@/lib/server/own-questions.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { write } from "../../own-actions.ts";

/** A question that the instructor writes into a draft; `?slot=` one that is written anew. */
export default async function OwnQuestionPage({
  params,
  searchParams,
}: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]/own">) {
  const t = await getTranslations("own");
  const { class: classId, assignment: id } = await params;
  const here = `/classes/${classId}/quizzes/${id}`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${here}/own`)}`);
  const { slot, kind: wanted } = await searchParams;
  const draft = await readAssignment(viewer, id);
  if (draft?.classId !== classId) notFound();
  if (draft.publishedAt) redirect(here);
  const known = slot === undefined ? null : await readOwn(viewer, { assignmentId: id, slot: Number(slot) });
  if (slot !== undefined && !known) redirect(here);
  const kind = ownKinds.find((each) => each === wanted) ?? known?.own.kind ?? "choice";
  const own: Own = known?.own ?? { kind, stem: "", options: [], right: null, accepts: [], why: "" };
  return (
    <Strings of={["own", "common"]}>
      <title>{`${t(known ? "titleEdit" : "title")} · ${draft.title}`}</title>
      <QuizTrail id={id} of={draft} />
      <h1>{t(known ? "titleEdit" : "title")}</h1>
      <p className="lead mt-3 mb-8 max-w-measure">{t("lead")}</p>
      {!known && (
        <nav aria-label={t("kinds")} className="mb-6 flex flex-wrap gap-4">
          {ownKinds.map((each) => (
            <a
              key={each}
              className="link"
              href={`${here}/own?kind=${each}`}
              aria-current={each === kind ? "page" : undefined}
            >
              {t(`kind.${each}`)}
            </a>
          ))}
        </nav>
      )}
      <OwnForm
        key={kind}
        action={write}
        ids={{ assignmentId: id, classId }}
        place={known && { slot: Number(slot), hash: known.hash }}
        own={{ ...own, kind }}
        points={known?.points ?? draft.plan.points ?? 1}
      />
    </Strings>
  );
}
