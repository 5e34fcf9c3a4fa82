import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { QuizPreview } from "@/components/classroom/quiz-preview.tsx";
import { QuizTrail } from "@/components/classroom/quiz-trail.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { previewVariant } from "@/lib/server/variants.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

/** A variant of a quiz as a student sees it, for those who teach the class. Nothing is stored. */
export default async function PreviewPage({
  params,
  searchParams,
}: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]/preview">) {
  const t = await getTranslations("plan");
  const { class: classId, assignment: id } = await params;
  const { variant: wanted } = await searchParams;
  const home = `/classes/${classId}/quizzes/${id}`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${home}/preview`)}`);
  const preview = await previewVariant(viewer, id, wanted === undefined ? 1 : Number(wanted));
  if (preview?.classId !== classId) notFound();
  const { number, count } = preview;
  return (
    <Strings of={["quiz", "question", "common"]}>
      <title>{t("previewTitle", { title: preview.title })}</title>
      <QuizTrail id={id} of={preview} />
      <h1>{t("previewTitle", { title: preview.title })}</h1>
      <p className="lead mt-3">{t("previewLead")}</p>
      <p className="mt-2 mb-10 flex flex-wrap items-center gap-3">
        <span className="note">{t("previewOf", { number, count })}</span>
        {count > 1 && (
          <LinkButton href={`${home}/preview?variant=${(number % count) + 1}`} prefetch={false} tone="secondary">
            {t("previewOther")}
          </LinkButton>
        )}
      </p>
      <QuizPreview key={number} slots={preview.slots} />
    </Strings>
  );
}
