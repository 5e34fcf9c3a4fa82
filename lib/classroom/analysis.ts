/** What a class's answers say of its questions: item analysis by the classical theory, pooled over what is asked. */
import { type Flag, flagsOf } from "./analysis-flags.ts";
import { alphaOf, correlationOf, type Estimate, mean, median, shareOf, standardErrorOf, sumOf } from "./statistics.ts";

/** One answer of one student; a question left blank has the fraction 0 and nothing chosen. */
export type Answer = {
  /** What is pooled: questions with the same one are counted together, whatever variant they stand in (`itemOf`). */
  readonly item: string;
  /** 0..1 */
  readonly fraction: number;
  readonly pointsMax: number;
  /** What could be chosen; empty where an answer is written or arranged. */
  readonly offered: readonly { readonly value: string; readonly right: boolean }[];
  readonly chosen: readonly string[];
  /** Milliseconds; null when it is not known. */
  readonly took: number | null;
};

/** The answers of one student in the attempt that counts, one for each place of the quiz, in their order. */
export type Sitting = readonly Answer[];

/** Of fewer students a discrimination or a reliability is chance: it is not computed. */
export const fewestStudents = 10;

export type OptionAnalysis = {
  readonly value: string;
  readonly right: boolean;
  readonly chosen: number;
  /** Chosen by so many of those who saw it, 0..1. */
  readonly share: number;
  /** Mean share (0..1) of the other points of those who chose it; null when nobody did, or nothing else was asked. */
  readonly rest: number | null;
  /** Of a wrong option: does it work? Null for a right one and with too few students. */
  readonly works: "works" | "idle" | "draws-the-strong" | null;
};

export type ItemAnalysis = {
  readonly item: string;
  readonly answers: number;
  readonly share: Estimate;
  /** Item-rest correlation: of what is earned here with what is earned on all other questions; for answers right or wrong the corrected point-biserial one. */
  readonly discrimination: Estimate | "too-few-students" | "all-alike";
  readonly options: readonly OptionAnalysis[];
  /** Median in milliseconds; null when no time is known. */
  readonly took: number | null;
  readonly flags: readonly Flag[];
};

export type Reliability =
  /** `kind`: KR-20 where every answer is right or wrong and has the same weight, else Cronbach's alpha. `standardError` in points. */
  | {
      readonly kind: "kr-20" | "alpha";
      readonly value: number;
      readonly standardError: number;
    }
  | { readonly kind: "too-few-students" | "one-question" | "all-alike" };

export type Analysis = {
  readonly students: number;
  readonly reliability: Reliability;
  /** In the order in which the items are first met. */
  readonly items: readonly ItemAnalysis[];
};

/** Analyses the sittings of a quiz. */
export function analyse(sittings: readonly Sitting[]): Analysis {
  const byItem = new Map<string, Placed[]>();
  for (const sitting of sittings) {
    const [earned, max] = [sumOf(sitting.map(pointsOf)), sumOf(sitting.map(({ pointsMax }) => pointsMax))];
    for (const answer of sitting) {
      const others = max - answer.pointsMax;
      const placed = { ...answer, rest: others > 0 ? (earned - pointsOf(answer)) / others : null };
      const same = byItem.get(answer.item);
      if (same) same.push(placed);
      else byItem.set(answer.item, [placed]);
    }
  }
  return {
    students: sittings.length,
    reliability: reliabilityOf(sittings),
    items: [...byItem].map(([item, answers]) => analyseItem(item, answers)),
  };
}

/** `rest`: the share of all other points of the same student, 0..1; null when nothing else was asked. */
type Placed = Answer & { readonly rest: number | null };

const pointsOf = ({ fraction, pointsMax }: Answer): number => fraction * pointsMax;

function analyseItem(item: string, answers: readonly Placed[]): ItemAnalysis {
  const share = shareOf(sumOf(answers.map(({ fraction }) => fraction)), answers.length);
  if (!share) throw new Error("An item without answers was analysed.");
  const discrimination = discriminationOf(answers);
  const options = optionsOf(answers);
  return {
    ...{ item, answers: answers.length, share, discrimination, options },
    took: median(answers.flatMap(({ took }) => took ?? [])),
    flags: flagsOf({ answers: answers.length, share, discrimination, options }),
  };
}

function discriminationOf(answers: readonly Placed[]): ItemAnalysis["discrimination"] {
  if (answers.length < fewestStudents) return "too-few-students";
  const pairs = answers.flatMap(({ fraction, rest }) => (rest === null ? [] : [[fraction, rest] as const]));
  return correlationOf(pairs) ?? "all-alike";
}

/**
 * The options of a question, as first offered. A wrong one works when at least one in twenty takes it (T. M. Haladyna and S. M. Downing 1993) and those who do
 * know less of the rest than those who do not; it is idle when fewer do, and draws the strong when those who take it know more.
 */
function optionsOf(answers: readonly Placed[]): OptionAnalysis[] {
  const rightByValue = new Map(answers.flatMap(({ offered }) => offered.map(({ value, right }) => [value, right])));
  return [...rightByValue].map(([value, right]) => {
    const seen = answers.filter(({ offered }) => offered.some((each) => each.value === value));
    const [takers, others] = [seen.filter((each) => takes(each, value)), seen.filter((each) => !takes(each, value))];
    const [rest, ofOthers] = [restOf(takers), restOf(others)];
    const share = takers.length / seen.length;
    const draws = rest !== null && ofOthers !== null && rest > ofOthers;
    const works = share < fewestTakers ? "idle" : draws ? "draws-the-strong" : "works";
    return {
      ...{ value, right, chosen: takers.length, share, rest },
      works: right || seen.length < fewestStudents ? null : works,
    };
  });
}

const takes = ({ chosen }: Answer, value: string): boolean => chosen.includes(value);
const restOf = (answers: readonly Placed[]): number | null => mean(answers.flatMap(({ rest }) => rest ?? []));
const fewestTakers = 0.05;

/** Of places, not of items: in variants the places are alike by construction, and every student has all of them. */
function reliabilityOf(sittings: readonly Sitting[]): Reliability {
  if (sittings.length < fewestStudents) return { kind: "too-few-students" };
  const rows = sittings.map((sitting) => sitting.map(pointsOf));
  if ((rows[0]?.length ?? 0) < 2) return { kind: "one-question" };
  const value = alphaOf(rows);
  const standardError = value === null ? null : standardErrorOf(rows.map(sumOf), value);
  if (value === null || standardError === null) return { kind: "all-alike" };
  const answers = sittings.flat();
  const isPlain = answers.every(
    ({ fraction, pointsMax }) => (fraction === 0 || fraction === 1) && pointsMax === answers[0]?.pointsMax,
  );
  return { kind: isPlain ? "kr-20" : "alpha", value, standardError };
}

/** How a reliability is read, in words: below 0.5 single scores say little, from 0.8 on they can be compared. */
export function readingOf(value: number): "low" | "middling" | "good" {
  return value < 0.5 ? "low" : value < 0.8 ? "middling" : "good";
}
