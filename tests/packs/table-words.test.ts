import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { findingsOfPack } from "@/lib/questions/checks/checks.ts";

const about = { key: "t", title: "The lights", publisher: "P", asOf: "2024-05-27" };
/** Said with who holds an office, which may change. */
const asOf = "according to the table “The lights” of 27 May 2024";

const filesOf = (...rows: readonly (readonly string[])[]) => {
  const made = packFromTable(rows, about);
  if ("problems" in made) throw new Error(JSON.stringify(made.problems));
  return made.files;
};

/** The questions of a table, and what the checks say of them. */
function asked(...rows: readonly (readonly string[])[]) {
  const { pack, problems } = readPack(filesOf(...rows));
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const facts = indexPack(pack!);
  const questions = [...questionsOf(facts, { seed: "1" })];
  const stems = new Set(questions.map(({ stem }) => stem));
  return {
    questions,
    stems,
    whys: new Set(questions.map(({ why }) => why)),
    findings: [...findingsOfPack(facts, "1")],
  };
}

/** A table of two columns, four rows. */
const column = (header: string, ...cells: readonly string[]) =>
  asked(["light", header], ...["Norholm", "Tern", "Vester", "Skarv"].map((name, at) => [name, cells[at] ?? ""]));

describe("a column is asked as its header is meant", () => {
  test.each([
    ["keeper", ["Ilse Brandt", "Oskar Vane", "Tove Lind", "Pelle Strom"], `Who was the keeper of Norholm, ${asOf}?`],
    ["colour", ["white", "red", "green", "white"], "What is the colour of Norholm?"],
    ["designed by", ["Ilse Brandt", "Oskar Vane", "Tove Lind", "Pelle Strom"], "By whom was Norholm designed?"],
    ["built in", ["Orne", "Vire", "Seine", "Loir"], "In which place was Norholm built?"],
    ["first lit", ["1868-09-12", "1891-06-03", "1907-01-02", "1911-02-03"], "On which date was Norholm first lit?"],
    ["opening", ["1868", "1891", "1907", "1911"], "In which year was the opening of Norholm?"],
    ["visitors", ["4100", "2200", "900", "1"], "How many visitors does Norholm have?"],
    ["visitors (2019)", ["4100", "2200", "900", "1"], "How many visitors did Norholm have in 2019?"],
    ["height (m)", ["31", "24", "18", "12"], "What is the height of Norholm (in metres)?"],
  ])("%s", (header, cells, stem) => {
    const { stems, findings } = column(header, ...cells);
    expect([...stems]).toContain(stem);
    expect(findings.map(({ message, frame }) => `${frame}: ${message}`)).toEqual([]);
  });

  test("a day on which somebody did something", () => {
    const { stems, whys } = asked(
      ["keeper", "died"],
      ["Ilse Brandt", "1868-09-12"],
      ["Oskar Vane", "1891-06-03"],
      ["Tove Lind", "1907-01-02"],
    );
    expect([...stems]).toContain("On which date did Ilse Brandt die?");
    expect([...whys]).toContain("Ilse Brandt died on 12 September 1868.");
  });

  test("a name is asked back without a pronoun that may not fit", () => {
    const { stems } = column("keeper", "Ilse Brandt", "Oskar Vane", "Tove Lind", "Pelle Strom");
    expect([...stems]).toContain(`Which light had Ilse Brandt as keeper, ${asOf}?`);
    expect([...stems].filter((stem) => /\bits\b/.test(stem))).toEqual([]);
  });

  test("several in a cell are members of a plural, whatever the header's form", () => {
    const { questions } = column("ships seen", "Petrel; Gannet", "Gannet", "Auk; Petrel", "Auk");
    const printed = questions.map(({ stem, why }) => `${stem} ${why}`).join("\n");
    expect(printed).toContain("is among the ships seen of Tern.");
    expect(printed).not.toContain("seens");
  });

  test("dates of two columns are placed by sentences of their own", () => {
    const dates = (year: number) => [0, 1, 2, 3, 4].map((at) => `${year + 5 * at}-03-04`);
    const [lit, rebuilt] = [dates(1850), dates(1900)];
    const { questions } = asked(
      ["light", "first lit", "rebuilt"],
      ...["Norholm", "Tern", "Vester", "Skarv", "Hook"].map((name, at) => [name, lit[at]!, rebuilt[at]!]),
    );
    const stems = questions.filter(({ kind }) => kind === "timeline").map(({ stem }) => stem);
    expect(stems.some((stem) => stem.startsWith("In the order in which they were first lit, earliest first,"))).toBe(
      true,
    );
    expect(stems.some((stem) => stem.startsWith("In the order in which they were rebuilt, earliest first,"))).toBe(
      true,
    );
  });
});

test("sentences stand in quotes, and a fact on one line", () => {
  const files = filesOf(["light", "keeper"], ["Norholm", "Ilse Brandt"], ["Tern", "Oskar Vane"]);
  const text = (name: string) => files.find(({ path }) => path === `${name}.yaml`)!.text;
  expect(text("relations")).toContain('fact: "{o} was the keeper of {s} {when}."');
  expect(text("relations")).toContain('ask_object: "Who was the keeper of {s}, {scope}?"');
  expect(
    text("facts")
      .split("\n")
      .filter((line) => line.startsWith("- { key: keeper-")),
  ).toHaveLength(2);
});

test("the example of the guide is checked without a warning", () => {
  const { findings } = asked(
    ["lighthouse", "keeper", "height (m)", "first lighting"],
    ["Skerry Point", "Ilse Brandt", "31", "1891-05"],
    ["Gull Rock", "Oskar Vane", "about 24", "1904-11"],
    ["Long Sand", "Tove Lindholm", "40", "1911-02"],
  );
  expect(findings).toEqual([]);
});

test("both names of a fact are asked as gaps", () => {
  const { stems } = column("keeper", "Ilse Brandt", "Oskar Vane", "Tove Lind", "Pelle Strom");
  expect([...stems]).toContain(`_____ was the keeper of Norholm ${asOf}.`);
  expect([...stems]).toContain(`Ilse Brandt was the keeper of _____ (light) ${asOf}.`);
});

test("a name that begins with The stands with its article in a sentence", () => {
  const { stems, whys } = asked(
    ["mountain", "island", "rocks"],
    ["The Old Monk", "Vell", "basalt; slate"],
    ["Great Anvil", "Skarn", "tuff"],
    ["Blue Shoulder", "Maar", "granite"],
    ["Cinder Hill", "Tessin", "pumice"],
  );
  expect([...stems]).toContain("What is the island of the Old Monk?");
  expect([...stems, ...whys].filter((text) => / The Old Monk/.test(text))).toEqual([]);
});
