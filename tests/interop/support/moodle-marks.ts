/** What Moodle makes of a question of a file, told by its documentation of each question type; nothing of ours is used. */
import { all, type Node, textIn } from "./read-xml.ts";

/** The fraction, 0..1, of ticking these options of a multichoice, by their places. */
export function markOfChoice(question: Node, chosen: readonly number[]): number {
  const shares = all(question, "answer").map(({ attributes }) => Number(attributes.fraction) / 100);
  const sum = chosen.reduce((total, place) => total + (shares[place] ?? 0), 0);
  return Math.min(1, Math.max(0, sum));
}

/** The fraction of a text typed for a shortanswer: the first spelling that it equals, capitals aside. */
export function markOfWords(question: Node, typed: string): number {
  const found = all(question, "answer").find((answer) => matches(all(answer, "text")[0]?.text ?? "", typed));
  return Number(found?.attributes.fraction ?? 0) / 100;
}

/** The fraction of a number: the first answer within whose tolerance it lies. */
export function markOfNumber(question: Node, typed: number): number {
  const found = all(question, "answer").find((answer) => {
    const [number, tolerance] = ["text", "tolerance"].map((name) => Number(all(answer, name)[0]?.text));
    return Math.abs(number! - typed) <= tolerance! + 1e-12;
  });
  return Number(found?.attributes.fraction ?? 0) / 100;
}

/** A gap of a cloze: its points, and its spellings with their fractions. */
export type Gap = {
  readonly points: number;
  readonly accepted: readonly { readonly text: string; readonly fraction: number }[];
};

/** The gaps of a cloze, and its text with `_____` in their places. */
export function gapsOf(question: Node): { readonly text: string; readonly gaps: readonly Gap[] } {
  const gaps: Gap[] = [];
  const text = (textIn(question, "questiontext") ?? "").replace(
    /\{(\d+):SHORTANSWER:(.*?)\}/gs,
    (_, points: string, inside: string) => {
      const accepted = inside.split("~").map((each) => {
        const [, share, spelled] = /^(=|%[\d.]+%)(.*)$/s.exec(each) ?? [];
        if (share === undefined || spelled === undefined) throw new Error(`no answer of a gap: ${each}`);
        return { text: unquoted(spelled), fraction: share === "=" ? 1 : Number(share.slice(1, -1)) / 100 };
      });
      gaps.push({ points: Number(points), accepted });
      return "_____";
    },
  );
  if (/[{}]/.test(text)) throw new Error(`a brace outside of a gap: ${text}`);
  return { text, gaps };
}

/** A star stands for anything unless a backslash stands before it. */
function matches(pattern: string, typed: string): boolean {
  const parts = pattern
    .split(/(?<!\\)\*/)
    .map((part) => part.replaceAll("\\*", "*").replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "isu").test(typed.trim());
}

/** HTML as the text that a browser shows. */
export function shownText(markup: string): string {
  return unquoted(markup.replace(/<br>/g, "\n").replace(/<\/?(?:p|small)>/g, ""));
}

function unquoted(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, number: string | undefined, name: string | undefined) =>
    number === undefined ? (named[name!] ?? whole) : String.fromCodePoint(Number(number)),
  );
}
