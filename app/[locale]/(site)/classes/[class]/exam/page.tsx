import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ExamForm } from "@/components/classroom/exam-form.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Table } from "@/components/ui/table.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { bands, fewestShown } from "@/lib/classroom/exam-readiness.ts";
import { type ExamPage as Exam, readExam } from "@/lib/server/exam.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { changeExam } from "../../actions.ts";

/** The day of a class's exam, and how ready the class is for it, for those who teach it. */
export default async function ExamPage({ params }: PageProps<"/[locale]/classes/[class]/exam">) {
  const t = await getTranslations("exam");
  const { class: classId } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/classes/${classId}/exam`)}`);
  const exam = await readExam(viewer, classId);
  if (!exam) notFound();
  return (
    <Strings of={["exam", "classes"]}>
      <title>{`${t("title")} · ${exam.name}`}</title>
      <Trail steps={[{ href: `/classes/${classId}`, title: exam.name }]} />
      <h1>{t("title")}</h1>
      <p className="lead mt-3 mb-8">{t("lead")}</p>
      <div className="grid gap-4">
        <Panel>
          <ExamForm action={changeExam} classId={classId} examOn={exam.examOn} version={exam.version} />
        </Panel>
        {exam.readiness && <Readiness readiness={exam.readiness} />}
      </div>
    </Strings>
  );
}

async function Readiness({ readiness }: { readonly readiness: NonNullable<Exam["readiness"]> }) {
  const t = await getTranslations("exam");
  const format = await getFormatter();
  if (readiness === "too-few")
    return (
      <Panel title={t("readiness")}>
        <p className="note max-w-measure">{t("tooFew", { fewest: fewestShown })}</p>
      </Panel>
    );
  const { facts, share, students, hidden, texts } = readiness;
  const percent = (value: number) => format.number(Math.round(value * 100));
  return (
    <Panel title={t("readiness")}>
      <p className="font-serif text-xl">{t("share", { share: percent(share), students })}</p>
      <ul className="rows mt-3">
        {bands.map(({ band }) => (
          <li key={band}>
            <span>{t(`band.${band}`)}</span>
            <span className="note">
              {t("facts", { count: facts.filter((each) => each.band === band).length, of: facts.length })}
            </span>
          </li>
        ))}
      </ul>
      <p className="note mt-3 max-w-measure">
        {t("how", { fewest: fewestShown })} {hidden > 0 && t("hidden", { count: hidden, fewest: fewestShown })}
      </p>
      <div className="mt-6">
        <Table
          caption={t("byFact")}
          captionHidden={false}
          columns={[
            { key: "fact", title: t("fact") },
            { key: "students", title: t("answeredBy"), figure: true },
            { key: "share", title: t("expected"), figure: true },
          ]}
          rows={facts.map((each) => ({
            key: each.fact,
            cells: [texts.get(each.fact) ?? each.fact, format.number(each.students), percent(each.share)],
          }))}
        />
      </div>
    </Panel>
  );
}
