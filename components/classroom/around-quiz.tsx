import { useFormatter, useTranslations } from "next-intl";
import type { Access } from "@/lib/classroom/access.ts";
import type { OwnTerms, Release } from "@/lib/classroom/terms.ts";
import { Strings } from "../ui/strings.tsx";
import { Trail } from "../ui/trail.tsx";
import { AttemptReview, type Reviewable } from "./attempt-review.tsx";
import { RefreshAfter } from "./refresh-after.tsx";
import type { Reporting } from "./report-slot.tsx";
import { StartQuiz } from "./start-quiz.tsx";

/** A quiz that is not being answered, as lib/server says it. */
export type QuizAround = Reviewable & {
  readonly classId: string;
  readonly className: string;
  readonly title: string;
  readonly terms: OwnTerms;
  readonly lateDeduction: number;
  readonly needsPassword: boolean;
  readonly count: number;
  readonly access: Access;
  readonly release: Release;
  readonly moreShownAt: Date | null;
  readonly inQueue: boolean;
};

/** What stands at a quiz's address while there is nothing to answer: before it opens, before it is begun, after it is handed in, and what is shown of it. */
export function AroundQuiz({
  quiz,
  now,
  reporting,
}: {
  readonly quiz: QuizAround;
  readonly now: Date;
  readonly reporting: Reporting;
}) {
  const t = useTranslations("quiz");
  const { access, moreShownAt } = quiz;
  const at = useInstant(quiz.zone);
  const hasBegun = quiz.attempts.length > 0;
  return (
    <>
      <title>{quiz.title}</title>
      <Trail steps={[{ href: `/classes/${quiz.classId}`, title: quiz.className }]} />
      <h1>{quiz.title}</h1>
      {access.kind === "opens-later" && <p className="lead mt-3">{t("opensLater", { at: at(access.opensAt) })}</p>}
      {access.kind === "may-start" && <MayStart quiz={quiz} access={access} />}
      {access.kind === "time-up" && (
        <>
          <p className="lead mt-3">{t(timeUpWords(quiz, now))}</p>
          <RefreshAfter ms={access.until.getTime() - now.getTime() + 100} />
        </>
      )}
      {access.kind === "closed" && !access.taken && <p className="lead mt-3">{t("notTaken")}</p>}
      {(access.kind === "handed-in" || (access.kind === "closed" && access.taken)) && !quiz.results && (
        <p className="lead mt-3">
          {moreShownAt
            ? t(quiz.release.why === "never" ? "handedInResults" : "handedIn", { at: at(moreShownAt) })
            : t("handedInOnly")}
        </p>
      )}
      {hasBegun && quiz.results && (
        <>
          <AttemptReview quiz={quiz} inQueue={quiz.inQueue && moreShownAt === null} reporting={reporting} />
          {moreShownAt && <p className="note mt-6">{t("moreLater", { at: at(moreShownAt) })}</p>}
        </>
      )}
      {hasBegun && moreShownAt && access.kind === "closed" && (
        <RefreshAfter ms={moreShownAt.getTime() - now.getTime() + 100} />
      )}
    </>
  );
}

/** At the close of a quiz whose results follow at once that is said, else only that time is up. */
function timeUpWords({ terms, moreShownAt }: QuizAround, now: Date): "closing" | "closedCounts" | "timeIsUp" {
  if (now < terms.closesAt) return "timeIsUp";
  const isSoon = moreShownAt !== null && moreShownAt.getTime() - now.getTime() < 60_000;
  return isSoon ? "closing" : "closedCounts";
}

type Starting = { readonly quiz: QuizAround; readonly access: Extract<Access, { kind: "may-start" }> };

/** The terms in plain words, and the way in. */
function MayStart({ quiz, access }: Starting) {
  const t = useTranslations("quiz");
  const at = useInstant(quiz.zone);
  const { limitMs, dueAt, closesAt, attemptsMax } = quiz.terms;
  const isLess = quiz.lateDeduction > 0;
  return (
    <>
      <p className="lead mt-3">
        {t("questions", { count: quiz.count })}. {t("openUntil", { at: at(closesAt) })}
      </p>
      <ul className="note mt-3 mb-8 grid max-w-measure gap-1">
        {dueAt && dueAt < closesAt && (
          <li data-tone={access.late ? "due" : undefined}>
            {t(access.late ? (isLess ? "isLateLess" : "isLate") : isLess ? "dueLess" : "due", {
              at: at(dueAt),
              percent: quiz.lateDeduction,
            })}
          </li>
        )}
        {limitMs !== null && <li>{t("limit", { minutes: Math.floor(limitMs / 60_000) })}</li>}
        {limitMs !== null && access.deadline >= closesAt && <li>{t("limitCut", { at: at(closesAt) })}</li>}
        <li>
          {attemptsMax === null
            ? t("attemptAny", { number: access.number })
            : t("attemptOf", { number: access.number, max: attemptsMax })}
          {attemptsMax !== 1 && ` ${t(`counts.${quiz.counts}`)}`}
        </li>
        <li>{t("rules")}</li>
      </ul>
      <Strings of={["quiz"]}>
        <StartQuiz assignment={quiz.id} password={quiz.needsPassword} />
      </Strings>
    </>
  );
}

function useInstant(zone: string): (instant: Date) => string {
  const format = useFormatter();
  return (instant) =>
    `${format.dateTime(instant, { dateStyle: "full", timeStyle: "short", timeZone: zone })} (${zone})`;
}
