import { useFormatter, useTranslations } from "next-intl";
import type { ReviewedSlot as Reviewed } from "@/lib/classroom/reviewed.ts";
import type { Counts } from "@/lib/classroom/terms.ts";
import { LinkButton } from "../ui/button.tsx";
import { Tag } from "../ui/tag.tsx";
import { type Reporting, ReportSlot } from "./report-slot.tsx";
import { ReviewedSlot } from "./reviewed-slot.tsx";

/** What a student is shown of the attempts that are over, as lib/server says it. */
export type Reviewable = {
  readonly id: string;
  readonly zone: string;
  readonly counts: Counts;
  readonly counted: { readonly score: number; readonly numbers: readonly number[] } | null;
  readonly set: { readonly score: number; readonly reason: string } | null;
  readonly attempts: readonly {
    readonly number: number;
    readonly submittedAt: Date | null;
    readonly late: boolean;
    readonly score: number | null;
  }[];
  readonly results: {
    readonly number: number;
    readonly score: number | null;
    readonly scoreMax: number;
    readonly late: boolean;
    readonly lateDeduction: number;
    readonly slots: readonly Reviewed[];
  } | null;
};

/** An attempt looked at again: points, of each question what is released, and whether anything of it is in the student's queue. */
export function AttemptReview({
  quiz,
  inQueue,
  reporting,
}: {
  readonly quiz: Reviewable;
  readonly inQueue: boolean;
  readonly reporting: Reporting;
}) {
  const t = useTranslations("quiz");
  const { results } = quiz;
  if (!results) return <SetByInstructor set={quiz.set} />;
  const score = quiz.set?.score ?? quiz.counted?.score ?? results.score;
  return (
    <>
      {score !== null && (
        <p className="mt-3 font-serif text-2xl">{t("yourResult", { score, max: results.scoreMax })}</p>
      )}
      <SetByInstructor set={quiz.set} />
      {results.late && (
        <p className="note mt-2" data-tone="due">
          {results.lateDeduction > 0 ? t("wasLateLess", { percent: results.lateDeduction }) : t("wasLate")}
        </p>
      )}
      {inQueue && <p className="note mt-2">{t("intoMemory")}</p>}
      <p className="mt-4 mb-8">
        <LinkButton href="/" tone="secondary">
          {t("toToday")}
        </LinkButton>
      </p>
      {quiz.attempts.length > 1 && (
        <>
          <Attempts quiz={quiz} current={results.number} />
          <h2 className="mb-4 font-serif text-xl">{t("attempt", { number: results.number })}</h2>
        </>
      )}
      <ol className="grid gap-6">
        {results.slots.map((reviewed, index) => {
          const { slot, posed, marked, pointsMax } = reviewed;
          return (
            <li key={slot} className="panel" id={`slot-${slot}`}>
              <p className="kicker">
                {t("number", { slot: index + 1 })} · {posed.kicker}
                {marked && ` · ${t("pointsOf", { points: marked.points, max: pointsMax })}`}
              </p>
              <h2 className="mt-1 mb-4 font-serif text-xl">{posed.stem}</h2>
              <ReviewedSlot reviewed={reviewed} number={index + 1} />
              <ReportSlot
                reporting={reporting}
                assignmentId={quiz.id}
                attempt={results.number}
                slot={slot}
                number={index + 1}
              />
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The attempts as lines: which of them counts, and the way to each. */
function Attempts({ quiz, current }: { readonly quiz: Reviewable; readonly current: number }) {
  const t = useTranslations("quiz");
  const format = useFormatter();
  return (
    <nav aria-label={t("attemptsTitle")} className="mb-8">
      <p className="note">{t(`counts.${quiz.counts}`)}</p>
      <ul className="lines">
        {quiz.attempts.map(({ number, submittedAt, late, score }) => (
          <li key={number}>
            <a
              className="link font-serif text-lg"
              href={`/quizzes/${quiz.id}?attempt=${number}`}
              aria-current={number === current ? "page" : undefined}
            >
              {t("attempt", { number })}
            </a>
            {submittedAt && (
              <span className="note">
                {format.dateTime(submittedAt, { dateStyle: "medium", timeStyle: "short", timeZone: quiz.zone })}
              </span>
            )}
            {score !== null && <span className="note">{t("points", { points: score })}</span>}
            {quiz.counted?.numbers.includes(number) && <Tag>{t("itCounts")}</Tag>}
            {late && <Tag tone="due">{t("late")}</Tag>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SetByInstructor({ set }: Pick<Reviewable, "set">) {
  const t = useTranslations("gradebook");
  return set && <p className="note mt-2">{t("yours", { score: set.score, reason: set.reason })}</p>;
}
