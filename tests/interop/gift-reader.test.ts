/** The reader that the tests of our GIFT stand on reads as an independent grammar does. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type GiftQuestion, readGift } from "./support/read-gift.ts";

const folder = path.join(import.meta.dirname, "../golden/gift-pegjs");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".gift"))
  .map((name) => name.slice(0, -".gift".length));

/** What the other grammar gives, as far as both say it. */
type Theirs = {
  readonly type: string;
  readonly title: string | null;
  readonly id?: string | null;
  readonly tags?: readonly string[] | null;
  readonly stem?: { readonly text: string };
  readonly globalFeedback?: { readonly text: string } | null;
  readonly isTrue?: boolean;
  readonly choices?: readonly {
    readonly isCorrect: boolean;
    readonly weight: number | null;
    readonly text: { readonly text: string };
    readonly feedback: { readonly text: string } | null;
  }[];
  readonly matchPairs?: readonly { readonly subquestion: { readonly text: string }; readonly subanswer: string }[];
};

const kinds: Readonly<Record<string, readonly GiftQuestion["kind"][]>> = {
  MC: ["choice", "several"],
  TF: ["true-false"],
  Short: ["words"],
  Numerical: ["number"],
  Matching: ["match"],
  Essay: ["essay"],
  Description: ["description"],
};

const plain = (text: string | null | undefined) =>
  text
    ?.replace(/\s+/g, " ")
    .replace(/ ?_____ ?/, "_____")
    .trim() ?? "";

test.each(names)("%s", (name) => {
  const theirs = JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8")) as Theirs[];
  const ours = readGift(readFileSync(path.join(folder, `${name}.gift`), "utf8"));
  expect(ours).toHaveLength(theirs.length);
  for (const [
    place,
    { type, title, id, tags, stem, globalFeedback, isTrue, choices, matchPairs },
  ] of theirs.entries()) {
    const read = ours[place]!;
    expect(kinds[type]).toContain(read.kind);
    expect(plain(read.title)).toBe(plain(title));
    expect([read.id, read.tags]).toEqual([id ?? null, tags ?? []]);
    expect(plain(read.stem)).toBe(plain(stem?.text));
    expect(plain(read.general)).toBe(plain(globalFeedback?.text));
    if (type === "TF") expect(read.isTrue).toBe(isTrue);
    if (type === "MC" || type === "Short")
      expect(
        read.answers.map(({ sign, weight, text, feedback }) => [sign, weight, plain(text), plain(feedback)]),
      ).toEqual(
        choices?.map(({ isCorrect, weight, text, feedback }) => [
          isCorrect ? "=" : "~",
          weight,
          plain(text.text),
          plain(feedback?.text),
        ]),
      );
    if (type === "Matching")
      expect(read.answers.map(({ text }) => text.split("->").map(plain))).toEqual(
        matchPairs?.map(({ subquestion, subanswer }) => [plain(subquestion.text), plain(subanswer)]),
      );
  }
});
