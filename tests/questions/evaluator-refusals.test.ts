/** What is not asked, and whether the reason is the specification's: judged by the independent evaluator where it is a matter of truth. */
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { datesIn, readDate, writeDay } from "@/tests/evaluator/calendar.ts";
import { Copy, folderOf, packFolders, questionsOf, type Refusal, refusalsOf } from "@/tests/evaluator/command.ts";
import { type Fact, factOf, type Pack } from "@/tests/evaluator/pack.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";
import { isClaim, readingsOf } from "@/tests/evaluator/readings.ts";
import { senseOf } from "@/tests/evaluator/sense.ts";

const nmi = folderOf("nato-mission-iraq");
const isles = folderOf("lantern-isles");
/** Each runs the command, on a machine that may be busy. */
const slow = { timeout: 120_000 };
const refusals = new Map<string, Refusal[]>();

beforeAll(async () => {
  await Promise.all(packFolders.map(async (folder) => refusals.set(folder, await refusalsOf(folder))));
}, 120_000);

function reasons(folder: string, fact: string, form: string): Refusal[] {
  return refusals.get(folder)!.filter((one) => one.form === form && one.facts[0] === fact);
}

function entity({ subject }: Fact): string | null {
  return subject.kind === "entity" ? subject.entity : null;
}

/** The question who held on a day, as the command would print it. */
function holderOn(fact: string, edtf: string): Question {
  return {
    id: "asked",
    facts: [fact],
    form: "Q3",
    kind: "typed",
    stem: `Who on ${edtf}?`,
    options: [],
    key: [],
    accepts: [],
    time: { kind: "on", edtf },
    citations: [],
    why: "",
    whyNot: [],
    choose: null,
    answer: "",
    card: { fact, direction: "subject" },
    seed: "1",
    revision: "",
  };
}

/** Who surely held on a day, by the evaluator. */
function holdersOn(pack: Pack, fact: string, edtf: string): string[] {
  const { test: holds, relation } = senseOf(pack, holderOn(fact, edtf));
  return pack.entities
    .filter(({ type }) => relation.types.subject.includes(type))
    .filter(({ key }) => readingsOf(pack).every((reading) => holds({ kind: "entity", entity: key }, reading) === "T"))
    .map(({ key }) => key);
}

describe.each(packFolders.map((folder) => [path.basename(folder), folder] as const))("%s", slow, (_, folder) => {
  test("every end of a time in office is refused as bound_day, day or month, and nobody surely held on it", () => {
    const pack = readFolder(folder);
    const asked = new Set(refusals.get(folder)!.flatMap(({ form, facts }) => (form === "Q3" ? [facts[0]!] : [])));
    for (const key of asked) {
      const fact = factOf(pack, key);
      const all = reasons(folder, key, "Q3");
      if (isClaim(fact)) {
        expect(
          all.map(({ reason }) => reason),
          key,
        ).toContain("two_keys");
        continue;
      }
      const said = all.filter(({ reason }) => reason === "bound_day").map(({ detail }) => detail);
      for (const bound of [fact.from, fact.to]) {
        if (typeof bound === "string") continue;
        expect(
          said.some((detail) => detail.endsWith(` ${bound.edtf}`)),
          `${key} ${bound.edtf}`,
        ).toBe(true);
        for (const day of new Set([bound.first, bound.last]))
          expect(holdersOn(pack, key, writeDay(day)), `${key} on ${writeDay(day)}`).not.toContain(entity(fact));
      }
    }
  });

  test("a date that is known to the month or the year is refused as precision when its day is asked", () => {
    const pack = readFolder(folder);
    const asks = (relation: string, bound: "from" | "to") =>
      pack.relations.find(({ key }) => key === relation)!.frames[`ask_${bound}`] !== undefined;
    const coarse = pack.facts.filter(
      ({ relation, object, from, to }) =>
        (object.kind === "date" && object.when.edtf.length < 10) ||
        (typeof from !== "string" && from.edtf.length < 10 && asks(relation, "from")) ||
        (typeof to !== "string" && to.edtf.length < 10 && asks(relation, "to")),
    );
    for (const { key } of coarse)
      expect(
        reasons(folder, key, "Q10").map(({ reason }) => reason),
        key,
      ).toContain("precision");
  });

  test("what refuses for a bound day is never asked on it", async () => {
    const questions = await questionsOf(folder, "7", "--form", "Q3", "--kind", "choice,typed");
    const asked = questions.flatMap(({ form, facts, time }) =>
      form === "Q3" && time.kind === "on" ? [`${facts[0]} ${time.edtf}`] : [],
    );
    for (const { form, facts, reason, detail } of refusals.get(folder)!) {
      if (form !== "Q3" || reason !== "bound_day") continue;
      const { first, last } = readDate(/\S+$/.exec(detail)![0]);
      for (let day = first; day <= last; day++) expect(asked).not.toContain(`${facts[0]} ${writeDay(day)}`);
    }
  });
});

describe("NATO Mission Iraq", () => {
  test.each([
    ["a handover", "commanded-aguero", "Q3", "bound_day", "2023-05-24"],
    ["a handover in the last week of the page", "commanded-schreurs", "Q3", "bound_day", "2024-05-24"],
    ["a handover three years before", "commanded-lollesgaard", "Q3", "bound_day", "2022-05-10"],
    ["November 2018, in which the first began", "commanded-fortin", "Q3", "bound_day", "2018-11"],
    ["October 2018, before anybody is listed", "commanded-fortin", "Q3", "no_key", ""],
    ["a day after the page", "commanded-schreurs", "Q3", "out_of_scope", "2024-05-27"],
    ["who came before the first", "commanded-fortin", "Q4", "no_key", ""],
    ["who came after the last", "commanded-schreurs", "Q4", "out_of_scope", ""],
    ["the day on which the first began", "commanded-fortin", "Q10", "precision", "month"],
    ["the end of a command that lasted", "commanded-schreurs", "Q10", "out_of_scope", ""],
    ["one name where two came to be advised", "advised-moi-2024", "Q14", "two_keys", ""],
    [
      "the Coalition, of which the operation may be a part",
      "coordinated-coalition-2024",
      "Q14",
      "two_keys",
      "inherent-resolve",
    ],
  ])("%s is refused", (_, fact, form, reason, detail) => {
    const found = reasons(nmi, fact, form).filter((one) => one.reason === reason);
    expect(found.map((one) => one.detail).join("\n")).toContain(detail);
    expect(found).not.toEqual([]);
  });

  test("in October 2018 nobody surely commanded, and on the day after November somebody did", () => {
    expect(holdersOn(readFolder(nmi), "commanded-fortin", "2018-10-15")).toEqual([]);
    expect(holdersOn(readFolder(nmi), "commanded-fortin", "2018-12-01")).toEqual(["fortin"]);
    expect(holdersOn(readFolder(nmi), "commanded-fortin", "2024-05-28")).toEqual([]);
  });
});

describe("the Lantern Isles", () => {
  test.each([
    ["a keeper whose list is open: the one after", "kept-gull-dunmore", "Q4", "open_list"],
    ["a keeper whose list is open: the first", "kept-gull-dunmore", "Q5", "open_list"],
    ["what is not shipped, of a list that only names", "shipped-wool-2021", "Q7", "open_list"],
    ["a keeper without an end", "kept-gull-orr", "Q7", "undated"],
    ["the last keeper, without an as-of", "kept-quill", "Q5", "undated"],
    ["a successor three years later", "kept-vane", "Q4", "no_key"],
    ["which light stands on an isle with two", "on-skerry-light", "Q2", "two_keys"],
    ["a keeper after the almanac", "kept-quill", "Q3", "out_of_scope"],
  ])("%s is refused", (_, fact, form, reason) => {
    expect(reasons(isles, fact, form).map((one) => one.reason)).toContain(reason);
  });
});

describe("in a pack that says less", slow, () => {
  test("a relation that changes over time and has lost its date is undated, and no question asks it", async () => {
    using copy = new Copy(nmi);
    copy.replace("facts.yaml", "r: fell-under, o: jfc-naples, as_of: 2024-05-27,", "r: fell-under, o: jfc-naples,");
    const found = (await refusalsOf(copy.folder)).filter(({ facts }) => facts[0] === "chain-naples");
    expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(["undated"]));
    expect((await questionsOf(copy.folder, "1")).filter(({ facts }) => facts.includes("chain-naples"))).toEqual([]);
  });

  test("a near synonym's date is not offered, and its refusal says so", async () => {
    using copy = new Copy(isles);
    copy.edit(
      "facts.yaml",
      (text) =>
        `${text}\n- { key: when-pier-2, s: pier-rebuilt, r: happened, o: { date: 1954-03 }, topic: history, cite: [{ source: almanac, at: History }] }\n`,
    );
    const found = (await refusalsOf(copy.folder)).filter(({ facts }) => facts[0]?.startsWith("when-pier"));
    expect(found.filter(({ reason }) => reason === "near_synonym").map(({ facts }) => facts[0])).toEqual([
      "when-pier",
      "when-pier-2",
    ]);
    for (const question of await questionsOf(copy.folder, "1"))
      if (question.form === "Q10" && question.facts[0]?.startsWith("when-pier")) {
        const said = [question.stem, ...question.options.map(({ text }) => text)].flatMap(datesIn);
        expect(said.includes("1954-03") && said.includes("1955-08"), question.stem).toBe(false);
        const wrong = question.facts[0] === "when-pier" ? "1954-03" : "1955-08";
        expect(said, question.stem).not.toContain(wrong);
      }
  });
});
