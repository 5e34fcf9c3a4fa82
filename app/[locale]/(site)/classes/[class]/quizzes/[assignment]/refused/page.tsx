import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { QuizTrail } from "@/components/classroom/quiz-trail.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { readRefused } from "@/lib/server/refused.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

/** What cannot be asked for a quiz's plan, and why. */
export default async function RefusedPage({
  params,
}: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]/refused">) {
  const t = await getTranslations("refused");
  const f = await getTranslations("facts");
  const q = await getTranslations("question");
  const { class: classId, assignment: id } = await params;
  const here = `/classes/${classId}/quizzes/${id}`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${here}/refused`)}`);
  const page = await readRefused(viewer, id);
  if (page?.assignment.classId !== classId) notFound();
  const { assignment, groups } = page;
  return (
    <>
      <title>{`${t("title")} · ${assignment.title}`}</title>
      <QuizTrail id={id} of={assignment} />
      <h1>{t("title")}</h1>
      <p className="lead mt-3 mb-8 max-w-measure">{groups.length === 0 ? t("nothing") : t("lead")}</p>
      <div className="grid gap-4">
        {groups.map(({ reason, count, lines }) => (
          <Panel key={reason} title={t(`reason.${reason}`)}>
            <p className="note mb-2">{t(`because.${reason}`)}</p>
            <details>
              <summary className="link">{t("show", { count })}</summary>
              <ul className="lines mt-3">
                {lines.map(({ form, kind, text, detail }) => (
                  <li key={`${form} ${kind} ${text} ${detail}`}>
                    <span className="font-serif">{text}</span>
                    <span className="note">
                      {f(`form.${form}`)}
                      {kind && ` · ${q(`kind.${kind}`)}`}: {detail}
                    </span>
                  </li>
                ))}
              </ul>
              {count > lines.length && <p className="note mt-2">{t("more", { count: count - lines.length })}</p>}
            </details>
          </Panel>
        ))}
      </div>
    </>
  );
}
