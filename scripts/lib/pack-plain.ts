/** Questions and refusals as an author reads them. */
import type { Question, Refusal } from "../../lib/questions/question.ts";

/** The facts, kind and id (for `grade`), the stem, the options with what is said of the wrong ones, the answer, the Why. */
export function plainQuestion({ id, facts, form, kind, stem, prompts, options, answer, why, cue }: Question): string {
  return [
    `${facts.join(", ")} · ${form} ${kind} · ${id}`,
    `  ${stem}${cue ? ` (${cue.text})` : ""}`,
    ...(prompts ?? []).map(({ text }) => `    ${text} → …`),
    ...options.map(({ text, when, right, whyNot }) =>
      [`    ${right ? "✓" : "·"} ${text}`, when && `[${when}]`, whyNot && `(${whyNot})`].filter(Boolean).join(" "),
    ),
    `  = ${answer}`,
    `  Why: ${why}`,
    "",
  ].join("\n");
}

/** A line for each refusal, said once with how often it occurs. */
export function plainRefusals(refusals: readonly Refusal[]): string[] {
  const counts = new Map<string, number>();
  for (const { form, facts, reason, detail } of refusals) {
    const line = `${facts.join(", ")} · ${form} ${reason}: ${detail}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => (count > 1 ? `${line} (${count} times)` : line));
}
