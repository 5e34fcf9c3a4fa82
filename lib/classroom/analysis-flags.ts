/** What of a question's figures an instructor should look at; each flag is a sentence on the page. A flag is raised when chance is an unlikely reason, not by a bare limit. */
import type { ItemAnalysis } from "./analysis.ts";

export type Flag =
  /** Those who know the rest get this wrong: the key, or what the question says, should be looked at. */
  | { readonly kind: "backwards" }
  /** Who knows the rest and who does not answer it alike. */
  | { readonly kind: "tells-little" }
  /** Surely fewer than half have it right. */
  | { readonly kind: "hard" }
  | { readonly kind: "nobody-right" }
  | { readonly kind: "everybody-right" }
  /** A wrong option is taken more often than the right one. */
  | { readonly kind: "rival"; readonly value: string }
  /** Those who take this wrong option know more of the rest than those who do not. */
  | { readonly kind: "draws-the-strong"; readonly value: string }
  /** Wrong options that hardly anybody takes. */
  | { readonly kind: "idle"; readonly values: readonly string[] };

/** Flags of a question, the gravest first. */
export function flagsOf(of: Pick<ItemAnalysis, "answers" | "share" | "discrimination" | "options">): Flag[] {
  const { answers, share, discrimination, options } = of;
  if (answers < fewestAnswers) return [];
  const known = typeof discrimination === "string" ? null : discrimination;
  const flags: Flag[] = [];
  if (known && known.high < 0) flags.push({ kind: "backwards" });
  const wrong = options.filter((option) => !option.right);
  const mostRight = Math.max(0, ...options.filter((option) => option.right).map(({ chosen }) => chosen));
  for (const { value, chosen } of wrong) if (chosen > mostRight) flags.push({ kind: "rival", value });
  // Two students are no pattern.
  for (const { value, works, chosen } of wrong)
    if (works === "draws-the-strong" && chosen >= 3) flags.push({ kind: "draws-the-strong", value });
  if (share.value === 0) flags.push({ kind: "nobody-right" });
  else if (share.high < 0.5) flags.push({ kind: "hard" });
  if (share.value === 1) flags.push({ kind: "everybody-right" });
  if (known && known.high >= 0 && known.high < 0.2) flags.push({ kind: "tells-little" });
  // Where everybody has it right, nobody takes a wrong one: that is said once.
  const idle = wrong.filter(({ works }) => works === "idle").map(({ value }) => value);
  if (idle.length > 0 && share.value < 1 && answers >= fewestForIdle) flags.push({ kind: "idle", values: idle });
  return flags;
}

const fewestAnswers = 5;
/** Of twenty students one is the twentieth part. */
const fewestForIdle = 20;
