/**
 * The pack of presidents and vice presidents: its shape, and every name, date, party and way into office against its pinned document. No copy of that
 * document comes with the repository: whoever has one puts it, named by its hash, in the folder that PACK_DOCUMENTS names.
 */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Bound, Fact } from "@/lib/facts/fact.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { misplaced, pinnedDocument } from "@/tests/support/pinned-document.ts";

const facts = contentPack("us-presidents");
const asOf = facts.pack.asOf.edtf;
const document = pinnedDocument(facts, "s1");

type Term = {
  readonly type: "prez" | "viceprez";
  readonly start: string;
  readonly end: string;
  readonly party: string;
  readonly how: string;
};
type Entry = {
  readonly name: Readonly<Record<"first" | "middle" | "last" | "nickname", string | undefined>>;
  readonly bio: { readonly birthday: string };
  readonly terms: readonly Term[];
};

const dateOf = (bound: Bound) => (bound.kind === "date" ? bound.date.edtf : bound.kind);
const held = (relation: string) =>
  facts.factsOfRelation(relation).toSorted((a, b) => (dateOf(a.from) < dateOf(b.from) ? -1 : 1));

describe("the shape that the pack is there for", () => {
  test("one president at a time, without a gap; vice presidents one at a time, with 18 vacancies", () => {
    const gaps = (relation: string) => {
      const spans = held(relation).map((fact) => [dateOf(fact.from), dateOf(fact.to)] as const);
      return spans.slice(1).filter(([from], index) => {
        expect(from >= spans[index]![1]).toBe(true);
        return from !== spans[index]![1];
      });
    };
    expect([held("president-of").length, gaps("president-of").length]).toEqual([47, 0]);
    expect([held("vice-president-of").length, gaps("vice-president-of").length]).toEqual([50, 18]);
  });

  test("terms of presidents and vice presidents overlap: some serve under two, some have several", () => {
    const pairs = facts.factsOfRelation("was-under");
    const count = (keys: readonly string[]) =>
      Math.max(...keys.map((key) => keys.filter((each) => each === key).length));
    expect(count(pairs.map(({ subject }) => subject))).toBe(2);
    expect(count(pairs.map(({ object }) => (object.kind === "entity" ? object.entity : "")))).toBe(3);
  });

  test("seven surnames are shared, one of them by three people", () => {
    const shared = new Map<string, number>();
    for (const { surname } of facts.entitiesOfType("person")) shared.set(surname!, (shared.get(surname!) ?? 0) + 1);
    const counts = [...shared].filter(([, count]) => count > 1).sort();
    expect(counts).toEqual([
      ["Adams", 2],
      ["Bush", 2],
      ["Clinton", 2],
      ["Harrison", 2],
      ["Johnson", 3],
      ["Roosevelt", 2],
      ["Wilson", 2],
    ]);
  });
});

describe.skipIf(document === null)("against the pinned document", () => {
  const entries: readonly Entry[] = document === null ? [] : parse(document, { schema: "failsafe" });
  const fullName = ({ name }: Entry) => [name.first, name.middle, name.last].filter(Boolean).join(" ");
  const byName = new Map(entries.map((entry) => [fullName(entry), entry]));

  const parties: Readonly<Record<string, string>> = {
    "federalist-party": "Federalist",
    "democratic-republican-party": "Democratic-Republican",
    "whig-party": "Whig",
    "democratic-party": "Democrat",
    "republican-party": "Republican",
  };

  /** The entry of a locator, and those of its terms that it names. */
  function placeOf(locator: string): { entry: Entry; terms: readonly Term[]; field: string } | null {
    const [, name, numbers, field = "term"] =
      /^entry ([^,]+)(?:, terms? ([\d ,andto]+))?(?:, (party|birthday))?$/.exec(locator) ?? [];
    const entry = byName.get(name ?? "");
    if (!entry) return null;
    const [first, last] =
      /^(\d+) to (\d+)$/
        .exec(numbers ?? "")
        ?.slice(1)
        .map(Number) ?? [];
    const named =
      first !== undefined && last !== undefined
        ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
        : (numbers?.match(/\d+/g) ?? []).map(Number);
    const terms = named.map((number) => entry.terms[number - 1]);
    return terms.includes(undefined) ? null : { entry, terms: terms as Term[], field };
  }

  /** Has this person, as the pack names them, this entry? By the same first name or nickname, or initials, and the same surname. */
  function isOf(key: string, { name }: Entry): boolean {
    const { given, surname } = facts.entity(key);
    const initials = (words: string) => words.replace(/(\p{L})[\p{L}]*\.?/gu, "$1").replace(/[\s.]/g, "");
    const full = `${name.first} ${name.middle ?? ""}`.trim();
    const first = given!.split(" ")[0]!;
    const isFirst = [name.first, name.nickname].includes(given!) || name.first === first || given === "J. D.";
    return surname === name.last && isFirst && (given === name.nickname || initials(full).startsWith(initials(given!)));
  }

  /** Terms of one office, one after the other without a day between them, from the fact's start to its end. */
  function spanFault(fact: Fact, terms: readonly Term[], type: Term["type"]): string | null {
    const [first] = terms;
    const last = terms.at(-1);
    if (!first || !last) return "no term is named";
    if (terms.some((term) => term.type !== type)) return `a term of another office`;
    if (terms.some((term, index) => index > 0 && term.start !== terms[index - 1]!.end))
      return "the terms do not follow";
    if (dateOf(fact.from) !== first.start) return `the terms begin on ${first.start}`;
    const end = last.end > asOf ? "open" : last.end;
    return dateOf(fact.to) === end ? null : `the terms end on ${last.end}`;
  }

  function fault(fact: Fact, locator: string): string | null {
    const place = placeOf(locator);
    if (!place) return "no such place";
    const { entry, terms, field } = place;
    const { object } = fact;
    if (fact.relation === "was-under" || fact.relation === "succeeded") {
      const other = object.kind === "entity" ? object.entity : "";
      if (!isOf(fact.subject, entry) && !isOf(other, entry)) return "an entry of somebody else";
      return together(fact);
    }
    if (!isOf(fact.subject, entry)) return "an entry of somebody else";
    switch (fact.relation) {
      case "president-of":
        return spanFault(fact, terms, "prez");
      case "vice-president-of":
        return spanFault(fact, terms, "viceprez");
      case "born":
        if (field !== "birthday") return "not the birthday";
        return object.kind === "date" && object.date.edtf === entry.bio.birthday
          ? null
          : `it says ${entry.bio.birthday}`;
      case "president-for": {
        const party = object.kind === "entity" ? parties[object.entity] : undefined;
        const all = entry.terms.filter(({ type }) => type === "prez");
        if (terms.length !== all.length || terms.some(({ type }) => type !== "prez"))
          return "not all presidential terms";
        return terms.every((term) => term.party === party) ? null : `it says ${terms[0]?.party}`;
      }
      case "became-president-by":
        return terms.every(({ type, how }) => type === "prez" && how === "succession") ? null : "another way";
      case "became-vice-president-by":
        return terms.every(({ type, how }) => type === "viceprez" && how === "appointment") ? null : "another way";
    }
    return `nothing is known of ${fact.relation}`;
  }

  /** Two people's terms: the fact's span is when both served, or one's end is the day on which the other succeeded. */
  function together(fact: Fact): string | null {
    const [own, other] = fact.citations.map(({ locator }) => placeOf(locator));
    if (!own || !other || !isOf(fact.subject, own.entry)) return "two entries are needed";
    const [a, b] = [own.terms, other.terms];
    if (fact.relation === "succeeded") {
      const [term, before] = [a[0]!, b[0]!];
      if (term.how !== "succession" || before.type !== "prez") return "no succession";
      return term.start === before.end ? null : `it ended on ${before.end}`;
    }
    if (a.some(({ type }) => type !== "viceprez") || b.some(({ type }) => type !== "prez")) return "other offices";
    const from = [a[0]!.start, b[0]!.start].toSorted().at(-1)!;
    const to = [a.at(-1)!.end, b.at(-1)!.end].toSorted()[0]!;
    if (dateOf(fact.from) !== from) return `both served from ${from}`;
    return dateOf(fact.to) === (to > asOf ? "open" : to) ? null : `both served to ${to}`;
  }

  test("every fact stands at its locators", () => {
    expect(misplaced(facts.pack.facts, fault)).toEqual([]);
  });

  test("a fact with another date, name or party is found out", () => {
    const term = facts.fact("president-john-adams");
    const [{ locator } = { locator: "" }] = term.citations;
    expect(fault(term, locator)).toBeNull();
    expect(fault({ ...term, to: facts.fact("president-jefferson").to }, locator)).toBe("the terms end on 1801-03-04");
    expect(fault({ ...term, subject: "john-quincy-adams" }, locator)).toBe("an entry of somebody else");
    const party = facts.fact("party-tyler");
    const at = party.citations[0]!.locator;
    expect(fault({ ...party, object: facts.fact("party-polk").object }, at)).toBe("it says Whig");
  });

  test("no term, succession, appointment or party of the document is missing where the pack says that it has all", () => {
    const all = entries.flatMap((entry) => entry.terms.map((term) => ({ entry, term })));
    const cited = (relation: string) =>
      new Set(
        facts
          .factsOfRelation(relation)
          .flatMap((fact) => fact.citations.flatMap(({ locator }) => placeOf(locator)!.terms)),
      );
    const expected = (test: (term: Term) => boolean) => new Set(all.map(({ term }) => term).filter(test));
    expect(cited("president-of")).toEqual(expected(({ type }) => type === "prez"));
    expect(cited("vice-president-of")).toEqual(expected(({ type }) => type === "viceprez"));
    expect(cited("became-president-by")).toEqual(expected(({ how }) => how === "succession"));
    expect(cited("became-vice-president-by")).toEqual(expected(({ how }) => how === "appointment"));
    expect(cited("president-for")).toEqual(expected(({ type, party }) => type === "prez" && party !== "no party"));
  });
});
