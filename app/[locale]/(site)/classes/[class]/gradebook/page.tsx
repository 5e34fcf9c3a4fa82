import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClassMastery } from "@/components/classroom/class-mastery.tsx";
import { GradebookTable } from "@/components/classroom/gradebook-table.tsx";
import { PrintButton } from "@/components/classroom/print-button.tsx";
import { Sections } from "@/components/classroom/sections.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { isIdentified } from "@/lib/classroom/grade-files.ts";
import { readGradebook } from "@/lib/server/gradebook.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

/** The gradebook of a class for those who teach it: every mark, the files, and what the class knows. */
export default async function GradebookPage({
  params,
  searchParams,
}: PageProps<"/[locale]/classes/[class]/gradebook">) {
  const t = await getTranslations("gradebook");
  const { class: id } = await params;
  const here = `/classes/${encodeURIComponent(id)}`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${here}/gradebook`)}`);
  const section = [(await searchParams).section].flat()[0];
  const book = await readGradebook(viewer, id, new Date(), section);
  if (!book) notFound();
  const unnumbered = book.students.filter(({ studentNumber }) => !isIdentified(studentNumber)).length;
  const hasGrades = book.quizzes.length > 0 && book.students.length > 0;
  return (
    <div className="gradebook">
      <title>{`${t("title")} · ${book.name}`}</title>
      <header className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <Trail steps={[{ href: here, title: book.name }]} />
          <h1>{t("title")}</h1>
        </div>
        {hasGrades && <PrintButton label={t("print")} />}
      </header>
      <div className="grid gap-4">
        <Panel
          title={t("marks")}
          aside={<Sections sections={book.sections} here={`${here}/gradebook`} chosen={section} />}
        >
          {hasGrades ? (
            <GradebookTable book={book} here={here} />
          ) : (
            <p className="note">
              {t(book.quizzes.length === 0 ? "noQuizzes" : section === undefined ? "noStudents" : "noneInSection")}
            </p>
          )}
        </Panel>
        {hasGrades && (
          <Panel title={t("files")} data-print="no">
            <div className="flex flex-wrap gap-3">
              <LinkButton href={`${here}/gradebook/students.csv`} prefetch={false} tone="secondary">
                {t("perStudent")}
              </LinkButton>
              <LinkButton href={`${here}/gradebook/responses.csv`} prefetch={false} tone="secondary">
                {t("perResponse")}
              </LinkButton>
              <LinkButton href={`${here}/gradebook/moodle.csv`} prefetch={false} tone="secondary">
                {t("forMoodle")}
              </LinkButton>
              <LinkButton href={`${here}/gradebook/canvas.csv`} prefetch={false} tone="secondary">
                {t("forCanvas")}
              </LinkButton>
            </div>
            <p className="note mt-3 max-w-measure">
              {t("moodleHint")} {unnumbered > 0 && t("unnumbered", { count: unnumbered })} {t("canvasHint")}
            </p>
          </Panel>
        )}
        {book.mastery.facts.length > 0 && <ClassMastery mastery={book.mastery} confusions={book.confusions} />}
      </div>
    </div>
  );
}
