import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintPage, sheetIn } from "@/components/classroom/print-page.tsx";
import { readTakeAway } from "@/lib/server/take-away.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

/** A variant of a quiz on paper, for those who teach the class. */
export default async function QuizPrintPage({
  params,
  searchParams,
}: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]/print">) {
  const t = await getTranslations("sheets");
  const { class: classId, assignment: id } = await params;
  const { variant: wanted, sheet: unsafeSheet } = await searchParams;
  const home = `/classes/${classId}/quizzes/${id}`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${home}/print`)}`);
  const variant = wanted === undefined ? 1 : Number(wanted);
  const quiz = Number.isInteger(variant) && variant <= 10_000 ? await readTakeAway(viewer, id, variant) : null;
  if (quiz?.classId !== classId) notFound();
  return (
    <>
      <title>{quiz.title}</title>
      <PrintPage
        quiz={quiz}
        only={sheetIn(unsafeSheet)}
        href={(sheet) => `${home}/print?variant=${variant}${sheet ? `&sheet=${sheet}` : ""}`}
        back={{ href: home, label: t("backToQuiz") }}
      />
    </>
  );
}
