/** No first letter, no family and no place in a row sets the key of a choice apart from the other options. */
import { expect, test } from "vitest";
import type { Facts } from "@/lib/facts/facts.ts";
import { apartBy } from "@/lib/questions/apart.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { endsOf } from "@/lib/questions/ends.ts";
import { eraOf, gapBetween } from "@/lib/questions/era.ts";
import { asksOf, queryOf } from "@/lib/questions/forms.ts";
import { ordinalIn } from "@/lib/questions/number-words.ts";
import type { Query } from "@/lib/questions/query.ts";
import type { Form } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const elements = contentPack("chemical-elements");
const presidents = contentPack("us-presidents");

const choices = (facts: Facts, form: Form) => [...questionsOf(facts, { seed: "1", forms: [form], kinds: ["choice"] })];
const entity = (key: string) => ({ kind: "entity", entity: key }) as const;

function queryAbout(facts: Facts, fact: string, purpose: string): Query {
  const ask = asksOf(facts, facts.fact(fact)).find((one) => one.purpose === purpose)!;
  const query = queryOf(facts, ask, "1");
  if ("reason" in query) throw new Error(query.detail);
  return query;
}

test("a key that begins like what is asked about stands beside another that does, or is not asked so", () => {
  const neon = queryAbout(elements, "name-neon", "ask_object");
  expect(apartBy(elements, neon, [entity("meaning-hidden"), entity("meaning-heavy")])).toContain("“ne”");
  const xenon = queryAbout(elements, "name-xenon", "ask_object");
  expect(apartBy(elements, xenon, [entity("meaning-hidden"), entity("meaning-heavy")])).toBeNull();
});

test("letters of what is asked about are within the key only where another option has such, too", () => {
  const holmium = queryAbout(elements, "place-holmium", "ask_object");
  expect(apartBy(elements, holmium, [entity("paris"), entity("copenhagen")])).toContain("“holm”");
  const hafnium = queryAbout(elements, "place-hafnium", "ask_object");
  expect(apartBy(elements, hafnium, [entity("paris"), entity("stockholm")])).toBeNull();
});

test("names of people begin alike by chance", () => {
  const asked = choices(presidents, "Q1").filter(
    ({ stem, options }) => /John/.test(stem) && options.some(({ right, text }) => right && /^John/.test(text)),
  );
  expect(asked.length).toBeGreaterThan(0);
});

test("where quantities are compared, the key is not the only one of another family", () => {
  const asked = choices(elements, "Q5").filter(({ stem }) => /(?:higher|lower) .* than/.test(stem));
  expect(asked.length).toBeGreaterThan(50);
  const familyOf = (value: string) => elements.factsOf({ subject: value.slice(2), relation: "belongs-to" })[0]?.object;
  const alone = asked.filter(({ options }) => {
    const of = (right: boolean) =>
      new Set(options.filter((one) => one.right === right).map(({ value }) => JSON.stringify(familyOf(value))));
    const [[key], others] = [[...of(true)], of(false)];
    return others.size === 1 && !others.has(key!) && !others.has(undefined as never);
  });
  expect(alone.map(({ stem }) => stem)).toEqual([]);
});

test("a day on which nobody else began or ended stands beside another such day", () => {
  const asked = choices(presidents, "Q10").filter(({ card }) => card?.direction === "from" || card?.direction === "to");
  expect(asked.length).toBeGreaterThan(100);
  const usual = new Set(["03-04", "01-20"]);
  const isUsual = (value: string) => usual.has(value.slice(-5));
  const alone = asked.filter(
    ({ options, key }) => !isUsual(key[0]!) && options.every(({ value, right }) => right || isUsual(value)),
  );
  expect(alone.map(({ stem }) => stem)).toEqual([]);
});

test("beginnings stand beside beginnings, ends beside ends", () => {
  const offices = ["president-of", "vice-president-of"];
  const isEnd = (relation: string, end: "from" | "to", value: string) =>
    endsOf(presidents, relation, end).on(value.slice(2)) > 0;
  const asked = choices(presidents, "Q10").filter(({ card }) => card?.direction === "from" || card?.direction === "to");
  const strange = asked.flatMap(({ stem, facts, card, options }) => {
    const { relation } = presidents.fact(facts[0]!);
    const [end, other] = card!.direction === "from" ? (["from", "to"] as const) : (["to", "from"] as const);
    // The days of another office have sentences of their own.
    const elsewhere = offices.filter((one) => one !== relation);
    return options.flatMap(({ value, right }) =>
      !right &&
      isEnd(relation, other, value) &&
      !isEnd(relation, end, value) &&
      !elsewhere.some((one) => isEnd(one, "from", value) || isEnd(one, "to", value))
        ? `${stem} ${value}`
        : [],
    );
  });
  expect(asked.length).toBeGreaterThan(100);
  expect(strange).toEqual([]);
});

test("an initial is in a wrong name, too, or in none", () => {
  const initial = /(?<!\p{L})\p{Lu}\./u;
  for (const form of ["Q3", "Q4", "Q13"] as const)
    for (const { stem, options } of choices(presidents, form)) {
      const has = (right: boolean) =>
        options.filter((one) => one.right === right).map(({ text }) => initial.test(text));
      const [[key], others] = [has(true), has(false)];
      if (!initial.test(stem)) expect(others.includes(key!), `${stem} ${options.map(({ text }) => text)}`).toBe(true);
    }
});

test("nobody falls out of a set by the decade alone", () => {
  const asked = choices(presidents, "Q13").filter(({ stem }) => stem.includes("party"));
  expect(asked.length).toBeGreaterThan(2);
  for (const { options, key } of asked) {
    const three = options.flatMap(({ value, right }) => (right ? [] : [eraOf(presidents, value.slice(2))!]));
    const own = eraOf(presidents, key[0]!.slice(2))!;
    expect(Math.min(...three.map((days) => gapBetween(days, own))), key[0]).toBeLessThan(10 * 366);
  }
});

test("what is counted ascends", () => {
  const asked = choices(elements, "Q1").filter(({ options }) => options.every(({ text }) => /period$/.test(text)));
  expect(asked.length).toBeGreaterThan(5);
  for (const { options } of asked) {
    const places = options.map(({ text }) => ordinalIn(text)!);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});

test.each([
  ["the fourth period", 4],
  ["The first", 1],
  ["22nd president", 22],
  ["twentieth century", 20],
  ["firstly", null],
  ["Fourier", null],
  ["", null],
])("%s has the place %s", (text, place) => {
  expect(ordinalIn(text)).toBe(place);
});

test("no number is printed with more decimals than the others", () => {
  const asked = choices(elements, "Q1").filter(({ key }) => key[0]!.startsWith("n:"));
  expect(asked.length).toBeGreaterThan(40);
  for (const { options } of asked)
    expect(new Set(options.map(({ value }) => value.split(".")[1]?.length ?? 0)).size, String(options.length)).toBe(1);
});

test("what is outside a set is something of which the pack says the like, where it does of anything", () => {
  const asked = choices(contentPack("nato-mission-iraq"), "Q8");
  expect(asked.length).toBeGreaterThan(1);
  for (const { options } of asked)
    expect(options.find(({ right }) => right)!.text).toMatch(/^(?:Dany Fortin|Jennie Carignan)$/);
});
