/**
 * A quiz as GIFT, the text format that Moodle and others read (docs.moodle.org, "GIFT format"). What GIFT has no sign for is left out and
 * said: an order, because only Moodle's own importer knows one and others refuse the whole file; a flashcard, because it marks itself.
 */
import type { Accepted } from "./accepted.ts";
import { carry, isRefused, type Made, type Refused } from "./carry.ts";
import { citedHtml, html, paragraph } from "./html.ts";
import type { Cited, Item, Left, Quiz, Written } from "./item.ts";
import { balanced, decimal, shareBelow } from "./shares.ts";
import { saidOfLeft, saidOfPlaced } from "./told.ts";

/** The quiz as GIFT, in HTML, a question a block. */
export function gift(quiz: Quiz): Written {
  const note = (left: Left) => `// ${saidOfLeft(left)}`;
  const { parts, ...lists } = carry(quiz, { bodyOf, write: questionGift, note });
  return { text: `${[categoryGift(quiz), ...parts].join("\n\n")}\n`, ...lists };
}

/** Between the braces; `before` and `after` are the stem around them where it has a gap. */
type Body = Made & {
  readonly before?: string;
  readonly after?: string;
  /** What stands right behind the opening brace. */
  readonly opening?: string;
  readonly lines: readonly string[];
};

function bodyOf({ kind, task }: Item): Body | Refused {
  switch (task.kind) {
    case "one":
      return {
        lines: task.options.map(
          ({ text, right, whyNot }) => `${right ? "=" : "~"}${htmlGift(paragraph(text))}${feedback(whyNot)}`,
        ),
        changes: [
          ...(kind === "timeline" ? ["from-a-list" as const] : []),
          ...(task.inOrder ? ["shuffled" as const] : []),
        ],
      };
    case "several": {
      const parts = balanced(task.options);
      if (!parts) return { reason: "no-such-share" };
      return {
        lines: task.options.map(
          ({ text, whyNot }, place) => `~%${parts[place]}%${htmlGift(paragraph(text))}${feedback(whyNot)}`,
        ),
        changes: task.announced ? ["part-marks"] : [],
      };
    }
    case "true-false":
      return { opening: `${task.isTrue ? "TRUE" : "FALSE"}${feedback(task.whyNot)}`, lines: [], changes: [] };
    case "words":
      return spelled(task.accepted, ["listed-spellings"]);
    case "number":
      return {
        opening: "#",
        lines: task.accepted.map(
          ({ number, tolerance, fraction }) => `=%${shareBelow(fraction)}%${decimal(number)}:${decimal(tolerance)}`,
        ),
        changes: [],
      };
    case "gap": {
      const { before, after, help } = task;
      const shown = help?.shown ? ` (${help.text})` : "";
      const body = spelled(task.accepted, help && !help.shown ? ["listed-spellings", "no-help"] : ["listed-spellings"]);
      return isRefused(body) ? body : { ...body, before: `<p>${html(before)}`, after: `${html(shown + after)}</p>` };
    }
    case "span":
      return spelled(task.line, ["one-line", "listed-spellings"]);
    case "order":
      return { reason: "no-ordering" };
    case "pairs":
      if (task.pairs.length < 2 || task.pairs.length + task.spare.length < 3) return { reason: "too-few" };
      return {
        lines: [
          ...task.pairs.map(
            ({ prompt, answer }) => `=${htmlGift(paragraph(prompt))} -> ${textGift(withoutArrow(answer))}`,
          ),
          ...task.spare.map((answer) => `= -> ${textGift(withoutArrow(answer))}`),
        ],
        changes: ["part-marks"],
      };
    case "essay":
      return { lines: [], changes: [] };
    case "self-marked":
      return { reason: "marks-itself" };
  }
}

/** An arrow in an answer would make a match of the question: it is not written. */
function spelled(accepted: readonly Accepted[], changes: Made["changes"]): Body | Refused {
  const lines = accepted
    .filter(({ text }) => !text.includes("->"))
    .map(({ text, fraction }) => `=%${shareBelow(fraction)}%${textGift(text.replaceAll("*", "\\*"))}`);
  return lines.length === 0 ? { reason: "no-spelling" } : { lines, changes };
}

function questionGift({ name, idNumber, tags, stem, why, number, kind }: Item, body: Body): string {
  const { before = paragraph(stem), after = "", opening = "", lines, changes } = body;
  const said = [...lines, `####${htmlGift(citedHtml(why))}`].map((line) => `\t${line}\n`).join("");
  return [
    `// ${saidOfPlaced(number, kind, changes)}`,
    `// [id:${idNumber}] ${tags.map((tag) => `[tag:${oneLine(tag).replace(/[[\]]/g, "")}]`).join(" ")}`,
    `::${textGift(name)}::[html]${htmlGift(before)}{${opening}\n${said}}${htmlGift(after)}`,
  ].join("\n");
}

function categoryGift({ title, variant }: Quiz): string {
  // A slash parts categories; two of them are one that does not. Nothing is escaped here.
  return `$CATEGORY: $course$/top/${oneLine(title).replaceAll("/", "//")}, variant ${variant}`;
}

const feedback = (said: Cited | null): string => (said ? `#${htmlGift(citedHtml(said))}` : "");

/** HTML with the signs of GIFT escaped. */
const htmlGift = (markup: string): string => escaped(markup.replaceAll("->", "-&gt;"));

/** Text that is compared or shown as it is, with the signs of GIFT escaped. A bracket at its start would name a format. */
const textGift = (text: string): string => `${text.startsWith("[") ? "[html]" : ""}${escaped(oneLine(text))}`;

const escaped = (text: string): string => text.replace(/[\\#=~{}:]/g, "\\$&");

const withoutArrow = (text: string): string => text.replaceAll("->", "→");

const oneLine = (text: string): string => text.toWellFormed().replace(/\s+/gu, " ").trim();
