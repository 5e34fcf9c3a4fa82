import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { CorrectionForm } from "@/components/classroom/correction-form.tsx";
import { CorrectionsMade } from "@/components/classroom/corrections-made.tsx";
import { DryRunPanel } from "@/components/classroom/dry-run-panel.tsx";
import { PackBehind } from "@/components/classroom/pack-behind.tsx";
import { QuizTrail } from "@/components/classroom/quiz-trail.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { keyIs, keyWords } from "@/lib/classroom/correction.ts";
import { dryRun, readRemark } from "@/lib/server/remark.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { applyCorrection } from "../../correction-action.ts";
import { correctionIn } from "../../correction-fields.ts";

/** Correcting the key of a question that was asked: what would move, then for good. */
export default async function CorrectionsPage({
  params,
  searchParams,
}: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]/corrections">) {
  const t = await getTranslations("remark");
  const format = await getFormatter();
  const { class: classId, assignment: id } = await params;
  const quizPage = `/classes/${classId}/quizzes/${id}`;
  const here = `${quizPage}/corrections`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
  const page = await readRemark(viewer, id);
  if (page?.assignment.classId !== classId) notFound();
  const { assignment, questions, behind, made } = page;
  const parameters = await searchParams;
  const correction = correctionIn(parameters);
  const run = correction && (await dryRun(viewer, id, correction.wanted, correction.lowers, new Date()));
  const [applied, since] = [Number(parameters.applied), Number(parameters.since ?? 0)];
  const wished = correction?.wanted.by === "pack" ? null : (correction?.wanted.asked ?? null);
  const chosen = questions.filter(({ hash, asked }) => hash === wished || asked.id === parameters.question);
  // Of what is asked in the same words with the same key, and other options, the variants tell which is which.
  const wordsOf = ({ asked }: (typeof questions)[number]) => `${asked.stem}\n${asked.answer}`;
  const timesAsked = Map.groupBy(questions, wordsOf);
  const stemsVary = new Set(questions.flatMap(({ places }) => places)).size < questions.length;
  return (
    <Strings of={["remark", "common", "question"]}>
      <title>{`${t("title")} · ${assignment.title}`}</title>
      <QuizTrail id={id} of={assignment} />
      <h1>{t("title")}</h1>
      <p className="lead mt-3 mb-8 max-w-measure">{t("lead")}</p>
      {parameters.applied !== undefined && Number.isInteger(applied) && (
        <p className="note mb-6" role="status" data-tone="right">
          {t("applied", { count: applied })} {since > 0 && t("since", { count: since })}
        </p>
      )}
      <div className="grid gap-6">
        {correction && run?.kind === "run" && (
          <DryRunPanel
            run={run}
            correction={correction}
            action={applyCorrection}
            ids={{ assignmentId: id, classId }}
            back={here}
          />
        )}
        {run && run.kind !== "run" && (
          <p className="note" role="status">
            {run.kind === "nothing"
              ? t("nothing")
              : t(`wrongKey.${(chosen[0] && keyIs(chosen[0].question)) ?? "none"}`)}
          </p>
        )}
        {chosen.map((given) => (
          <CorrectionForm key={given.hash} given={given} here={here} correction={correction} />
        ))}
        {behind.length > 0 && <PackBehind behind={behind} here={here} />}
        <Panel title={t("questions")}>
          <p className="note mb-4">{stemsVary ? t("questionsOfVariants") : t("questionsHint")}</p>
          <ul className="lines">
            {questions.map((given) => {
              const { hash, asked, question, places, variants, steps } = given;
              return (
                <li key={hash}>
                  <a className="link font-serif" href={`${here}?question=${asked.id}#correct`}>
                    {t("place", { places: places.join(", ") })} {asked.stem}
                  </a>
                  <span className="note">{t("keyIs", { answer: keyWords(question, asked) })}</span>
                  {timesAsked.get(wordsOf(given))!.length > 1 && (
                    <span className="note">
                      {t("variants", { count: variants.length, numbers: format.list(variants.map(String)) })}
                    </span>
                  )}
                  {steps.length > 0 && <span className="tag">{t(`by.${steps.at(-1)!.by}`)}</span>}
                </li>
              );
            })}
          </ul>
        </Panel>
        {made.length > 0 && <CorrectionsMade made={made} zone={assignment.zone} />}
      </div>
    </Strings>
  );
}
