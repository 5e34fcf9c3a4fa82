import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { TextForm } from "@/components/classroom/text-form.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { type ReportLine, readReports } from "@/lib/server/reports.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { answer } from "../../../quizzes/report-actions.ts";

/** What students of a class reported, for those who teach it. */
export default async function ReportsPage({ params }: PageProps<"/[locale]/classes/[class]/reports">) {
  const t = await getTranslations("reports");
  const { class: id } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/classes/${id}/reports`)}`);
  const page = await readReports(viewer, id);
  if (!page) notFound();
  return (
    <Strings of={["reports", "common"]}>
      <title>{`${t("title")} · ${page.className}`}</title>
      <Trail steps={[{ href: `/classes/${id}`, title: page.className }]} />
      <h1>{t("title")}</h1>
      <p className="lead mt-3 mb-8 max-w-measure">{page.reports.length === 0 ? t("none") : t("lead")}</p>
      <ul className="grid gap-6">
        {page.reports.map((report) => (
          <Report key={report.id} report={report} classId={id} zone={page.zone} />
        ))}
      </ul>
    </Strings>
  );
}

type Props = { readonly report: ReportLine; readonly classId: string; readonly zone: string };

async function Report({ report, classId, zone }: Props) {
  const t = await getTranslations("reports");
  const format = await getFormatter();
  const quiz = `/classes/${classId}/quizzes/${report.assignmentId}`;
  const at = (instant: Date) => format.dateTime(instant, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  return (
    <li className="panel">
      <p className="kicker">
        {report.name} · {report.title} · {t("place", { place: report.place })} · {at(report.reportedAt)}
      </p>
      <h2 className="mt-1 mb-3 font-serif text-xl">{report.question.stem}</h2>
      <p className="note">{t("key", { answer: report.question.answer })}</p>
      <p className="note">{report.response === "" ? t("blank") : t("response", { answer: report.response })}</p>
      <blockquote className="my-4 font-serif text-lg whitespace-pre-line">{report.words}</blockquote>
      <p className="mb-4 flex flex-wrap gap-4">
        <a className="link" href={`${quiz}/corrections?question=${report.question.id}#correct`}>
          {t("correct")}
        </a>
        <a className="link" href={`${quiz}/students/${report.userId}/answers?attempt=${report.attempt}`}>
          {t("mark")}
        </a>
      </p>
      {report.answer !== null && report.answeredAt ? (
        <p className="note">{t("answered", { at: at(report.answeredAt), answer: report.answer })}</p>
      ) : (
        <TextForm
          action={answer}
          hidden={{ id: report.id, userId: report.userId }}
          name="answer"
          label={t("answer")}
          hint={t("answerHint")}
          submit={t("close")}
        />
      )}
    </li>
  );
}
