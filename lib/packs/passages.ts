/** The text of a document cut at the places that locators name, so that a fact can be looked for where it is cited. */
import { plainName } from "../facts/names.ts";

/** A passage of a document: its words as a reader compares them, blanks around each, and its figures as numbers. */
export type Passage = { readonly words: string; readonly numbers: ReadonlySet<number>; readonly isWhole: boolean };

/** What a document says at a locator. */
export type Passages = (locator: string) => Passage;

/** Words that say what sort of place a locator names, not which. */
const sorts = new Set(
  "row rows line lines entry entries paragraph section heading table item bullet record column page".split(" "),
);

/**
 * Finds the passage of a locator, whose words before the first comma name a heading (the passage goes on to the next heading that
 * some locator names), a numbered paragraph ("paragraph 3", where a line begins with "3."), or an entry (the blocks of the document that
 * hold its words). Where none is found the passage is the whole.
 */
export function passagesOf(document: string, locators: readonly string[]): Passages {
  const lines = document.split(/\r?\n/);
  const heads = new Set(locators.map(headOf));
  const plain = lines.map(plainName);
  const headings = plain.flatMap((line, index) => (line !== "" && heads.has(line) ? [index] : []));
  const blocks = document.split(/\n\s*\n/).map((text) => ({ text, words: ` ${plainName(text)} ` }));
  const whole = { ...passage(document), isWhole: true };
  // "3." or "(3)" at the start of a line begins paragraph 3.
  const numbered = lines.flatMap((line, index) => {
    const number = /^\s*\(?(\d{1,3})[.)]\s/.exec(line)?.[1];
    return number === undefined ? [] : [{ number, index }];
  });
  const known = new Map<string, Passage>();

  const find = (head: string): Passage => {
    const start = headings.find((index) => plain[index] === head);
    if (start !== undefined) {
      const end = headings.find((index) => index > start && plain[index] !== head) ?? lines.length;
      return passage(lines.slice(start, end).join("\n"));
    }
    const number = /^(?:paragraph|section|item|entry|point|row|no) (\d{1,3})$/.exec(head)?.[1];
    const begin = numbered.findIndex((one) => one.number === number);
    if (begin >= 0)
      return passage(lines.slice(numbered[begin]!.index, numbered[begin + 1]?.index ?? lines.length).join("\n"));
    const telling = head.split(" ").filter((word) => !sorts.has(word) && !/^\d+$/.test(word));
    const held = blocks.filter(({ words }) => telling.every((word) => words.includes(` ${word} `)));
    return telling.length === 0 || held.length === 0 ? whole : passage(held.map(({ text }) => text).join("\n"));
  };
  return (locator) => {
    const head = headOf(locator);
    const found = known.get(head) ?? find(head);
    known.set(head, found);
    return found;
  };
}

/** A text as a passage. */
export function passage(text: string): Passage {
  const figures = text.matchAll(/\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g);
  const numbers = new Set([...figures].map(([figure]) => Number(figure.replaceAll(",", ""))));
  return { words: ` ${plainName(text)} `, numbers, isWhole: false };
}

function headOf(locator: string): string {
  return plainName(locator.split(",", 1)[0]!);
}

/**
 * A document as lines of words: of HTML and XML the texts and the values of attributes, with an empty line after each element of the
 * sort that has the most identifiers; other formats as they are.
 */
export function textOf(document: string, format: "markup" | "plain"): string {
  if (format === "plain") return document;
  const counts = new Map<string, number>();
  for (const [, tag] of document.matchAll(/<([\w:-]+)\s[^>]*?\bid="/g)) counts.set(tag!, (counts.get(tag!) ?? 0) + 1);
  const entry = [...counts].sort(([, a], [, b]) => b - a)[0];
  const parted = entry && entry[1] > 2 ? document.replaceAll(`</${entry[0]}>`, `</${entry[0]}>\n\n`) : document;
  return parted
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(
      /<\/?[\w:-]+([^>]*)>/g,
      (_, attributes: string) => ` ${attributes.replace(/[\w:-]+=["']([^"']*)["']/g, " $1 ")} `,
    )
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(?:nbsp|quot|lt|gt|apos);/g, " ")
    .replaceAll("&amp;", "&");
}

/** The rows of a table as numbered paragraphs, the first of which is its head: "row 3" is then a place. */
export function textOfRows(rows: readonly (readonly string[])[]): string {
  return rows.map((cells, at) => `${at + 1}. ${cells.join(" · ")}`).join("\n");
}
