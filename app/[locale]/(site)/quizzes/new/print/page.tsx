import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintPage, sheetIn } from "@/components/classroom/print-page.tsx";
import { addressOf, askedIn } from "@/lib/classroom/built.ts";
import { builtAsQuiz } from "@/lib/server/built-quiz.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

/** A quiz that stands in an address, on paper. */
export default async function BuiltPrintPage({ searchParams }: PageProps<"/[locale]/quizzes/new/print">) {
  const t = await getTranslations("sheets");
  const parameters = await searchParams;
  const asked = askedIn(parameters);
  const quiz = await builtAsQuiz(await currentViewer(), asked, new Date());
  if (!quiz) notFound();
  const address = addressOf({ ...asked, count: asked.count ?? asked.chosen.length });
  return (
    <>
      <title>{quiz.title}</title>
      <PrintPage
        quiz={quiz}
        only={sheetIn(parameters.sheet)}
        href={(sheet) => `/quizzes/new/print?${address}${sheet ? `&sheet=${sheet}` : ""}`}
        back={{ href: `/quizzes/new?${address}`, label: t("backToQuiz") }}
      />
    </>
  );
}
