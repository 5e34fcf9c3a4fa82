import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { Panel } from "@/components/ui/panel.tsx";
import type { Analysis } from "@/lib/classroom/analysis.ts";
import { givenTo } from "@/lib/classroom/given.ts";
import { isOwn } from "@/lib/classroom/own.ts";
import type { AttemptResult, Slot, SlotSummary } from "@/lib/classroom/results.ts";
import { versionsOf } from "@/lib/classroom/versions.ts";
import type { Question } from "@/lib/questions/question.ts";
import { Trail } from "../ui/trail.tsx";
import type { Variants } from "./analysed-variant.tsx";
import { AnalysisPanel } from "./analysis-panel.tsx";
import { CloseNow } from "./close-now.tsx";
import { KeyCard } from "./key-card.tsx";
import { ResultsTable } from "./results-table.tsx";
import { Sections } from "./sections.tsx";

/** The results of a published quiz as this screen needs them. */
export type Results = {
  readonly assignment: {
    readonly id: string;
    readonly className: string;
    readonly zone: string;
    readonly title: string;
    readonly opensAt: Date;
    readonly closesAt: Date;
    readonly terms: { readonly accommodatedUntil: Date | null };
  };
  readonly slots: readonly Slot[];
  /** Do students have different questions? */
  readonly varied: boolean;
  /** "" stands for those in none. */
  readonly sections: readonly string[];
  readonly students: readonly {
    readonly userId: string;
    readonly name: string;
    readonly result: AttemptResult | null;
    /** Those that the result marks. */
    readonly questions: readonly Slot[];
    readonly removed: boolean;
    readonly accommodated: boolean;
    readonly attempts: readonly unknown[];
    readonly score: number | null;
    readonly submittedBy: "student" | "deadline" | null;
    readonly late: boolean;
  }[];
  readonly summary: readonly SlotSummary[];
  readonly analysis: Analysis;
  readonly asked: ReadonlyMap<string, Question>;
  readonly meanScore: number | null;
  readonly scoreMax: number;
  readonly closed: boolean;
  /** When nobody can answer any more. */
  readonly endsAt: Date;
};

type Props = {
  readonly results: Results;
  readonly now: Date;
  readonly close: FormAction;
  /** The address of its class. */
  readonly home: string;
  /** The quiz's own address: its settings, students and file are below it. */
  readonly here: string;
  /** What of it is looked at. */
  readonly looked: { readonly section: string | undefined; readonly variants: Variants | undefined };
};

/** Who, and what: first what needs the instructor's eye, then everybody, then every question with its key. */
export function ResultsView({ results, now, close, home, here, looked }: Props) {
  const t = useTranslations("results");
  const q = useTranslations("quiz");
  const r = useTranslations("remark");
  const o = useTranslations("own");
  const format = useFormatter();
  const { assignment, slots, students, summary } = results;
  const at = (instant: Date) =>
    `${format.dateTime(instant, { dateStyle: "medium", timeStyle: "short", timeZone: assignment.zone })} (${assignment.zone})`;
  const taken = students.filter((each) => each.result).length;
  const opened = now >= assignment.opensAt;
  const noteOn = ({ result, submittedBy, late, attempts, accommodated }: Results["students"][number]) => {
    if (!result) return accommodated ? `${t("notStarted")}, ${t("otherTerms")}` : t("notStarted");
    const notes = [
      submittedBy === "deadline" && t("byDeadline"),
      late && t("late"),
      attempts.length > 1 && t("attemptsMade", { count: attempts.length }),
      accommodated && t("otherTerms"),
      result.slots.some(({ waits }) => waits) && o("toBeMarked"),
    ];
    return notes.filter((note) => note !== false).join(", ") || null;
  };
  const window = results.closed
    ? q("closedAt", { at: at(assignment.closesAt) })
    : opened
      ? q("openUntil", { at: at(assignment.closesAt) })
      : q("opensLater", { at: at(assignment.opensAt) });
  return (
    <>
      <header className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <Trail steps={[{ href: home, title: assignment.className }]} />
          <h1>{assignment.title}</h1>
          <p className="lead mt-2">
            {window} {t("taken", { taken, students: students.length })}{" "}
            {!results.closed && opened && taken > 0 && t("running")}
          </p>
        </div>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`${here}/results.csv`} prefetch={false} tone={results.closed ? "primary" : "secondary"}>
            {t("csv")}
          </LinkButton>
          <LinkButton href={`${here}/settings`} tone="secondary">
            {t("settings")}
          </LinkButton>
          <LinkButton href={`${here}/corrections`} prefetch={false} tone="secondary">
            {r("open")}
          </LinkButton>
          <CloseNow
            action={close}
            assignmentId={assignment.id}
            open={opened && !results.closed}
            label={t("closeNow")}
            done={t("closedNow")}
          />
        </div>
      </header>
      <div className="grid gap-4 md:grid-cols-2">
        <Panel title={t("first")}>
          <Hardest results={results} />
        </Panel>
        <Panel title={t("theClass")}>
          {results.meanScore === null ? (
            <p className="note">{t("nobody")}</p>
          ) : (
            <p className="note">
              <b className="me-2 font-serif text-4xl text-ink">
                {format.number(results.meanScore, { maximumFractionDigits: 1 })}
              </b>
              {t("mean", { max: results.scoreMax })}
            </p>
          )}
          <p className="note mt-3">
            {now > results.endsAt
              ? feedsQueues(results) && t("settled")
              : isLonger(results)
                ? t("endsLater", { at: at(results.endsAt) })
                : !results.closed && t("closeHint")}
          </p>
        </Panel>
        <Panel
          title={t("who")}
          className="md:col-span-2"
          aside={<Sections sections={results.sections} here={here} chosen={looked.section} />}
        >
          <ResultsTable
            caption={t("who")}
            columns={slots.map((slot, index) => ({
              slot: slot.slot,
              number: index + 1,
              stem: results.varied ? slot.question.kicker : slot.question.stem,
              shareRight: summary[index]?.shareRight ?? null,
            }))}
            students={students.map((student) => ({
              id: student.userId,
              name: student.name,
              href: student.removed ? null : `${here}/students/${student.userId}`,
              note: noteOn(student),
              slots: student.result?.slots ?? null,
              score: student.score,
            }))}
            scoreMax={results.scoreMax}
          />
          <p className="note mt-4">{t("legend")}</p>
        </Panel>
        {(results.analysis.students > 0 || looked.variants?.chosen !== undefined) && (
          <AnalysisPanel
            analysis={results.analysis}
            asked={results.asked}
            slots={slots}
            variants={results.varied ? looked.variants : undefined}
            className="md:col-span-2"
          />
        )}
      </div>
      <h2 className="mt-10 mb-4">{t("questionsTitle")}</h2>
      <div className="grid gap-4">
        {slots.map((slot, index) =>
          versionsOf(index, slots, students).map(({ question, students: own }, version) => (
            <KeyCard
              key={question.id}
              slot={version === 0 ? slot.slot : `${slot.slot}-${version + 1}`}
              number={index + 1}
              question={question}
              points={
                results.varied
                  ? `${q("points", { points: slot.pointsMax })} · ${t("had", { count: own.length })}`
                  : q("points", { points: slot.pointsMax })
              }
              actions={
                <a className="link" href={`${here}/corrections?question=${question.id}#correct`}>
                  {r("correct")}
                  <span className="hidden-text"> {q("number", { slot: index + 1 })}</span>
                </a>
              }
              {...(taken > 0 && { chosen: chosenBy(own, index) })}
              given={
                taken === 0
                  ? null
                  : givenTo(
                      question,
                      own.map(({ name, result }) => ({
                        student: name,
                        response: result?.slots[index]?.response ?? null,
                      })),
                    )
              }
            />
          )),
        )}
      </div>
    </>
  );
}

/** Is anything asked that a fact stands behind? What an instructor wrote feeds no card. */
const feedsQueues = ({ slots }: Results): boolean => slots.some(({ question }) => !isOwn(question));

/** May anybody answer longer than the class? */
function isLonger({ assignment: { closesAt, terms } }: Results): boolean {
  return terms.accommodatedUntil !== null && terms.accommodatedUntil > closesAt;
}

/** The question with the smallest share right, if fewer than half of the class had it right. */
function Hardest({ results }: { readonly results: Results }) {
  const t = useTranslations("results");
  const worst = results.summary
    .map((each, index) => ({ ...each, number: index + 1, question: results.slots[index]!.question }))
    .filter((each) => each.shareRight !== null && each.shareRight < 0.5)
    .sort((a, b) => (a.shareRight ?? 0) - (b.shareRight ?? 0))[0];
  if (!worst) return <p className="note">{results.meanScore === null ? t("nobody") : t("firstNone")}</p>;
  return (
    <p className="font-serif text-lg">
      <a href={`#slot-${worst.slot}`}>
        {results.varied
          ? t("hardestPlace", { number: worst.number, share: Math.round((worst.shareRight ?? 0) * 100) })
          : t("hardest", { stem: worst.question.stem, share: Math.round((worst.shareRight ?? 0) * 100) })}
      </a>
    </p>
  );
}

/** How many chose each value of a question. */
function chosenBy(students: Results["students"], index: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { result } of students) {
    const response = result?.slots[index]?.response;
    const values =
      response && "value" in response ? [response.value] : response?.kind === "multi-select" ? response.values : [];
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
