import { expect, type Locator, type Page } from "@playwright/test";
import { atStart, type Question } from "@/lib/questions/question.ts";
import type { Bundle, BundleCard } from "@/lib/study/event.ts";

/** The pack that every instance brings. */
export const pack = "nato-mission-iraq";

/** Every kind that can be practised, by its name on the screen. */
export const kinds = {
  choice: "Choice",
  "true-false": "True or false",
  "multi-select": "Several of many",
  flashcard: "Flashcard",
  typed: "Typed name",
  number: "Number",
  date: "Date",
  order: "Order",
  cloze: "Gap",
  match: "Match",
  timeline: "Timeline",
} as const;

/** Does what leads to the study page and takes the bundle that it fetches: for self-study the answers are in it. */
export async function bundleOf(page: Page, lead: () => Promise<unknown>): Promise<Bundle> {
  const fetched = page.waitForResponse((response) => new URL(response.url()).pathname === "/api/v1/study");
  await lead();
  return (await (await fetched).json()) as Bundle;
}

/** Opens the study page; without kinds a session as it comes, with some practice of these. */
export function study(page: Page, kinds: readonly string[] = [], count = 10): Promise<Bundle> {
  const query = new URLSearchParams({ pack, count: String(count) });
  if (kinds.length > 0) query.set("mode", "practice");
  if (kinds.length > 0) query.set("kinds", kinds.join(","));
  return bundleOf(page, () => page.goto(`/study?${query}`));
}

/**
 * Practice of one kind, of all questions that were drawn only those with the most words: where they fit, the others do. Everything else
 * about the session is as the server gave it.
 */
export async function studyWordiest(page: Page, kind: string, count: number): Promise<Bundle> {
  // Not at the end: what is under way while a page stops being listened to may never be answered.
  await page.unrouteAll({ behavior: "wait" });
  await page.route("**/api/v1/study?*", async (route) => {
    const response = await route.fetch({ maxRetries: 2 });
    const bundle = (await response.json()) as Bundle;
    const cards = bundle.cards.flatMap((card) => card.questions.map((kept) => ({ kept, card })));
    const picked = [...cards, ...bundle.composites.map((kept) => ({ kept, card: null }))]
      .sort((a, b) => wordsOf(b.kept.question) - wordsOf(a.kept.question))
      .slice(0, count);
    const json: Bundle = {
      ...bundle,
      cards: picked.flatMap(({ kept, card }) => (card ? [{ ...card, questions: [kept] }] : [])),
      composites: picked.flatMap(({ kept, card }) => (card ? [] : [kept])),
    };
    await route.fulfill({ response, json });
  });
  return study(page, [kind], 100);
}

/** Characters that a question and its Why may put on the screen. */
function wordsOf({ stem, options, why, citations }: Question): number {
  return JSON.stringify([stem, why, options.map(({ text, whyNot }) => [text, whyNot]), citations]).length;
}

/** The parts of the screen that a learner uses. */
export function screen(page: Page) {
  const why = page.getByRole("region", { name: "Why", exact: true });
  // From the first letter on: a thing to be ordered or matched is a button, too, and may hold any of these words.
  const button = (name: RegExp) => page.getByRole("button", { name });
  return {
    stem: page.getByRole("heading", { level: 1 }),
    // While a page streams in, what replaces its first form stands beside it for a moment.
    form: page.locator("#content form#answer"),
    why,
    verdict: why.getByRole("heading", { level: 2 }),
    fact: why.locator(".why-fact"),
    citation: why.locator(".citations cite").first(),
    proceed: button(/^Continue/),
    undo: button(/^Undo/),
    iWasRight: button(/^I was right/),
    more: button(/^More$/),
    end: button(/^End/),
  };
}

/** A question of the bundle with the card that it belongs to (null for an order and the like). */
export interface OnScreen {
  readonly question: Question;
  readonly card: BundleCard | null;
}

/** The question that waits for its answer now, found by what the screen shows of it. */
export async function onScreen(page: Page, bundle: Bundle): Promise<OnScreen> {
  const { stem, form } = screen(page);
  await expect(form).toBeVisible();
  const words = plain(await stem.innerText());
  // Options, or what stands for them: those to be matched, the anchors of a line.
  const shown = (await form.locator(".option, .match-bank > button, .line-anchor > b").allInnerTexts()).map(plain);
  const prompts = plain(await form.innerText());
  const all: OnScreen[] = [
    ...bundle.cards.flatMap((card) => card.questions.map(({ question }) => ({ question, card }))),
    ...bundle.composites.map(({ question }) => ({ question, card: null })),
  ];
  const found = all.filter(
    ({ question }) =>
      plain(question.stem) === words &&
      offeredBy(question).length === shown.length &&
      offeredBy(question).every((option) => shown.some((text) => text.includes(plain(option.text)))) &&
      (question.prompts ?? []).every(({ text }) => prompts.includes(plain(text))),
  );
  // Two kinds may ask in the same words: then the field or the card decides.
  const isTyped = (await form.getByRole("textbox").count()) > 0;
  const fitting = found.filter(({ question }) => shown.length > 0 || (question.kind === "flashcard") !== isTyped);
  expect(fitting, `“${words}” in the bundle`).not.toEqual([]);
  return fitting[0]!;
}

/** The sentence under the Why that says of a chosen option what it is; null where the Why has said it already. */
export function contrastOf({ why }: Question, { whyNot }: Question["options"][number]): string | null {
  return whyNot !== null && !why.includes(whyNot) ? whyNot : null;
}

/** The options that are printed: the gap before a line has no name of its own. */
function offeredBy({ options }: Question): Question["options"] {
  return options.filter(({ value }) => value !== atStart);
}

/** A text as it reads: blanks that do not break are blanks. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** A text of the bundle as it may be drawn: with blanks that do not break. */
export function sameWords(text: string): RegExp {
  const words = text.trim().split(/\s+/u);
  return new RegExp(
    `^\\s*${words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+")}\\s*$`,
    "u",
  );
}

/** What to give as an answer: the values to choose, in order, or the text to write. */
export interface Answer {
  readonly values: readonly string[];
  readonly text: string;
  readonly isRight: boolean;
}

/** The right answer as the bundle has it. */
export function rightAnswer({ key, accepts, answer }: Question): Answer {
  return { values: key, text: accepts[0] ?? answer, isRight: true };
}

/** A wrong answer of the question's kind; where several are chosen, as wrong as can be. */
export function wrongAnswer(question: Question): Answer {
  const { kind, options, key, precision } = question;
  const wrong = options.filter((option) => !option.right).map((option) => option.value);
  const count = kind === "multi-select" ? key.length : 1;
  const values =
    kind === "order"
      ? key.toReversed()
      : kind === "match"
        ? [...key.slice(1), key[0]!]
        : [...wrong, ...key].slice(0, count);
  if (question.span) return { values, text: "1950 to 1951", isRight: false };
  const dates = { day: "1 January 1950", month: "January 1950", year: "1950", between: "1950" } as const;
  const text = kind === "date" ? dates[precision ?? "day"] : kind === "number" ? "987654" : "Nobody whatsoever";
  return { values, text, isRight: false };
}

/** How somebody presses what is on the screen. */
export type Press = (target: Locator) => Promise<void>;
export const click: Press = (target) => target.click();
export const tap: Press = (target) => target.tap();

/** Gives an answer with mouse or thumb. A flashcard is turned and rated; all others end at the verdict. */
export async function give(page: Page, question: Question, answer: Answer, press: Press = click): Promise<void> {
  const { form } = screen(page);
  const textOf = (value: string) => question.options.find((option) => option.value === value)?.text ?? value;
  const option = (value: string) => form.locator(`label:has(input[value="${value}"])`);
  const submit = page.getByRole("button", { name: /^Answer/ });
  switch (question.kind) {
    case "choice":
    case "true-false":
      return press(option(answer.values[0]!));
    case "multi-select":
      for (const value of answer.values) await press(option(value));
      return press(submit);
    case "order":
      for (const [place, value] of answer.values.entries())
        while ((await placeOf(form, textOf(value))) > place)
          await press(form.getByRole("button", { name: `Move ${textOf(value)} up`, exact: true }));
      return press(submit);
    case "match":
      for (const [place, value] of answer.values.entries())
        await form.getByRole("combobox").nth(place).selectOption(value);
      return press(submit);
    case "timeline":
      return press(form.locator(`label[data-gap="${answer.values[0]}"]`));
    case "flashcard":
      await press(page.getByRole("button", { name: "Turn the card" }));
      await expect(screen(page).citation).toBeVisible();
      return press(page.getByRole("button", { name: answer.isRight ? /^Good/ : /^Again/ }));
    default:
      for (const [place, text] of writtenIn(question, answer).entries())
        await form.getByRole("textbox").nth(place).fill(text);
      return press(submit);
  }
}

/** What is written into each field: a span has two. */
export function writtenIn({ span }: Question, { text }: Answer): string[] {
  return span ? text.split(" to ") : [text];
}

/** At which place (from 0) a thing to be put in order stands. */
export async function placeOf(form: Locator, text: string): Promise<number> {
  const rows = await form.getByRole("listitem").allInnerTexts();
  return rows.findIndex((row) => plain(row).includes(plain(text)));
}

/** Answers so many questions rightly and goes on each time; gives what was asked. */
export async function answerRightly(
  page: Page,
  bundle: Bundle,
  count: number,
  press: Press = click,
): Promise<OnScreen[]> {
  const asked: OnScreen[] = [];
  for (let each = 0; each < count; each++) {
    const now = await onScreen(page, bundle);
    await give(page, now.question, rightAnswer(now.question), press);
    if (now.question.kind !== "flashcard") await goOn(page, press);
    asked.push(now);
  }
  return asked;
}

/** Turns a flashcard, when it is the screen's; every other question is left as it is. */
export async function turnIfCard(page: Page, question: Question, press: Press = click): Promise<void> {
  if (question.kind === "flashcard") await press(page.getByRole("button", { name: "Turn the card" }));
}

/** Presses Continue; the next question or the summary is there then. */
export async function goOn(page: Page, press: Press = click): Promise<void> {
  const { proceed } = screen(page);
  await press(proceed);
  await expect(proceed).toBeHidden();
}
