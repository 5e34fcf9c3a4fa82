/** No form of its name sets the key apart: an ending, an article, a plural, a figure that it alone has or alone lacks. */
import { expect, test } from "vitest";
import { askedOf, questionsOf } from "@/lib/questions/bank.ts";
import { findingsOf } from "@/lib/questions/checks/checks.ts";
import { formCue } from "@/lib/questions/form-cues.ts";
import { formsOf } from "@/lib/questions/forms.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const elements = contentPack("chemical-elements");
const seeds = ["1", "2", "3"];
const value = (entity: string) => ({ kind: "entity", entity }) as const;
const anyAsk = { ...formsOf(elements)[0]!, card: null };
/** Of a whole set every cue counts. */
const setOf = (right: readonly string[]) => ({
  ask: anyAsk,
  key: right.map((entity) => ({ value: value(entity), fact: elements.pack.facts[0]! })),
  judge: () => ({ verdict: "false" }) as const,
});
const asked = seeds.flatMap((seed) => [...questionsOf(elements, { seed, kinds: ["choice", "multi-select"] })]);

test.each([
  ["its ending", ["sodium"], ["iron", "gold", "oxygen"], "the ending “-um”"],
  ["the ending that it lacks", ["gold"], ["sodium", "helium", "lithium"], "the ending “-um”"],
  ["nothing, when another shares it", ["sodium"], ["iron", "helium", "oxygen"], null],
  ["nothing by two letters that few names share", ["silver"], ["iron", "gold", "helium"], null],
])("the key is set apart by %s", (_, right, wrong, cue) => {
  expect(formCue(elements, setOf(right), wrong.map(value))).toBe(cue);
});

test("an element in -ium never stands among others that all end otherwise, nor the other way round", () => {
  const isIum = (text: string) => /ium$/i.test(text);
  const cued = asked
    // But for copper, all that is named after a place ends in -ium.
    .filter(({ facts }) => elements.fact(facts[0]!).relation !== "named-after")
    .filter(({ options }) =>
      options.every(
        (option) => option.value.startsWith("e:") && elements.entity(option.value.slice(2)).type === "element",
      ),
    )
    .filter(({ options }) => {
      const [right, wrong] = [true, false].map((own) => options.filter((option) => option.right === own));
      return (
        (right!.every(({ text }) => isIum(text)) && !wrong!.some(({ text }) => isIum(text))) ||
        (!right!.some(({ text }) => isIum(text)) && wrong!.every(({ text }) => isIum(text)))
      );
    });
  expect(cued.map(({ stem, answer }) => `${stem} ${answer}`)).toEqual([]);
});

test("the halogens all end in -ine: a set of them is not asked by options, each by itself is", () => {
  const halogens = asked.filter(({ stem }) => /halogens/.test(stem));
  expect(halogens.some(({ kind, form }) => kind === "choice" && form === "Q7")).toBe(true);
  expect(halogens.filter(({ kind }) => kind === "multi-select")).toEqual([]);
});

test("the check finds a key that is set apart by its form", () => {
  const asked = [...askedOf(elements, { seed: "1", kinds: ["choice"], forms: ["Q7"] })].find(
    ({ question }) =>
      question.options.filter(({ text }) => text.endsWith("ium")).length >= 2 && question.answer.endsWith("ium"),
  )!;
  expect(findingsOf(elements, asked)).toEqual([]);
  const plain = ["iron", "gold", "silver"].map((key) => ({ value: `e:${key}`, text: elements.entity(key).name }));
  const options = asked.question.options.map((option) => (option.right ? option : { ...option, ...plain.pop()! }));
  const spoiled = { ...asked, question: { ...asked.question, options } };
  expect(findingsOf(elements, spoiled).map(({ check, message }) => `${check}: ${message}`)).toContain(
    "11: the ending “-um” sets the key apart",
  );
});
