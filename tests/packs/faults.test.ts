/** Faults planted in a good pack: each is found where it stands, and all of them at once. `‸` marks the place; it is taken out before reading. */
import { describe, expect, test } from "vitest";
import { type PackFile, readPack } from "@/lib/packs/read-pack.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

type Fault = {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
  readonly code: string;
  /** Codes of further problems that the fault brings with it when planted alone. */
  readonly also?: readonly string[];
  readonly severity?: "warning";
};

const faults: readonly Fault[] = [
  // What a file may hold.
  {
    name: "a field given twice",
    file: "sources",
    find: "publisher: Isles Press,",
    put: "publisher: Isles Press, ‸publisher: Others,",
    code: "duplicate-field",
  },
  { name: "an alias", file: "sources", find: "publisher: Harbour Board,", put: "publisher: ‸*board,", code: "alias" },
  {
    name: "a mistyped field",
    file: "entities",
    find: "brand, type: person, name: Ilsa Brand, given: Ilsa",
    put: "brand, type: person, name: Ilsa Brand, ‸givn: Ilsa",
    code: "unknown-field",
  },
  {
    name: "a mistyped field within a citation",
    file: "facts",
    find: "cite: [{ source: almanac, at: Map }] }\n- { key: on-skerry-light",
    put: "cite: [{ source: almanac, at: Map, ‸page: 3 }] }\n- { key: on-skerry-light",
    code: "unknown-field",
  },
  {
    name: "a missing field",
    file: "facts",
    find: "- { key: on-skerry-light, s: skerry-light, r: stands-on, o: great-lantern, topic: isles,",
    put: "- ‸{ key: on-skerry-light, s: skerry-light, r: stands-on, o: great-lantern,",
    code: "missing-field",
  },
  {
    name: "a citation without locator",
    file: "facts",
    find: "key: on-gull-rock, s: gull-rock, r: stands-on, o: tern, topic: isles, cite: [{ source: almanac, at: Map }]",
    put: "key: on-gull-rock, s: gull-rock, r: stands-on, o: tern, topic: isles, cite: [‸{ source: almanac }]",
    code: "missing-field",
  },
  {
    name: "a key that is no slug",
    file: "entities",
    find: "key: slate,",
    put: "key: ‸Slate_1,",
    code: "bad-key",
    also: ["unknown-entity"],
  },
  {
    name: "a word that is not among the choices",
    file: "relations",
    find: "near_synonym: [ended]",
    put: "near_synonym: [ended]\n  bounds: ‸inclusiv",
    code: "bad-value",
  },
  {
    name: "a day that does not exist",
    file: "facts",
    find: "to: 2020-02-29,",
    put: "to: ‸2021-02-29,",
    code: "impossible-date",
    also: [],
  },
  {
    name: "a date in another spelling",
    file: "facts",
    find: "o: { date: 1953-02-01 }",
    put: "o: { date: ‸1 Feb 1953 }",
    code: "impossible-date",
  },
  {
    name: "a number in words",
    file: "facts",
    find: "o: { number: 17, unit",
    put: "o: { number: ‸seventeen, unit",
    code: "bad-value",
  },
  {
    name: "two values in one object",
    file: "facts",
    find: "o: { number: 41, unit: metres }",
    put: "o: ‸{ number: 41, unit: metres, vague: tall }",
    code: "bad-value",
  },
  // References.
  {
    name: "a key used twice",
    file: "facts",
    find: "key: high-saltmarsh, s",
    put: "key: ‸high-gull-rock, s",
    code: "duplicate-key",
  },
  {
    name: "an unknown subject",
    file: "facts",
    find: "on-saltmarsh, s: saltmarsh,",
    put: "on-saltmarsh, s: ‸saltmarch,",
    code: "unknown-entity",
  },
  {
    name: "an unknown object",
    file: "facts",
    find: "r: was-warden, o: tern",
    put: "r: was-warden, o: ‸turn",
    code: "unknown-entity",
  },
  {
    name: "an unknown relation",
    file: "facts",
    find: "s: dunmore, r: kept,",
    put: "s: dunmore, r: ‸keeps,",
    code: "unknown-relation",
  },
  {
    name: "an unknown source",
    file: "facts",
    find: "topic: history, cite: [{ source: almanac, at: History }] }\n- { key: when-charter",
    put: "topic: history, cite: [{ source: ‸almanack, at: History }] }\n- { key: when-charter",
    code: "unknown-source",
  },
  {
    name: "an unknown topic",
    file: "facts",
    find: "o: { date: 1911-10 }, topic: history",
    put: "o: { date: 1911-10 }, topic: ‸histry",
    code: "unknown-topic",
  },
  {
    name: "an unknown type",
    file: "entities",
    find: "{ key: kelp, type: good",
    put: "{ key: kelp, type: ‸goods",
    code: "unknown-type",
    also: ["wrong-type"],
  },
  {
    name: "an unknown type of a relation",
    file: "relations",
    find: "  subject: [isle]\n  object: [good]",
    put: "  subject: [isle]\n  object: [good, ‸plant]",
    code: "unknown-type",
  },
  {
    name: "a subject of the wrong type",
    file: "facts",
    find: "key: warden-dunmore, s: dunmore",
    put: "key: warden-dunmore, s: ‸gull-rock",
    code: "wrong-type",
  },
  {
    name: "a date where a number belongs",
    file: "facts",
    find: "o: { number: 30, qualifier: about, unit: metres }",
    put: "o: ‸{ date: 1930 }",
    code: "wrong-type",
  },
  {
    name: "an attribute that names an unknown isle",
    file: "entities",
    find: "surname: Dunmore, attributes: { isle: great-lantern }",
    put: "surname: Dunmore, attributes: { isle: ‸grate-lantern }",
    code: "unknown-entity",
  },
  {
    name: "an overlap with nothing",
    file: "entities",
    find: "overlaps: [great-lantern]",
    put: "overlaps: [‸great-lanterns]",
    code: "unknown-entity",
    also: ["alike"],
  },
  {
    name: "a part that is its own whole",
    file: "entities",
    find: "article: the, plural: true }\n- { key: great-lantern",
    put: "article: the, plural: true, part_of: ‸[tern] }\n- { key: great-lantern",
    code: "part-of-circle",
  },
  {
    name: "a fact that follows an unknown one",
    file: "facts",
    find: "o: { date: 1968-05 }, topic: history",
    put: "o: { date: 1968-05 }, topic: history, replaces: ‸when-fery",
    code: "unknown-fact",
  },
  {
    name: "a fact that follows itself",
    file: "facts",
    find: "s: council, r: decided, o: charter, topic: history",
    put: "s: council, r: decided, o: charter, topic: history, replaces: ‸decided-charter",
    code: "replaces-circle",
  },
  {
    name: "a fact without citation",
    file: "facts",
    find: "o: ferry, topic: history, cite: [{ source: almanac, at: History }]",
    put: "o: ferry, topic: history, cite: ‸[]",
    code: "missing-citation",
  },
  // Times.
  {
    name: "a start after the end",
    file: "facts",
    find: "from: 2004, to: 2011",
    put: "from: ‸2014, to: 2011",
    code: "from-after-to",
  },
  {
    name: "an open end without as-of",
    file: "facts",
    find: "from: 2012-06-01, to: open, as_of: 2021-06-30",
    put: "from: 2012-06-01, to: ‸open",
    code: "open-without-as-of",
  },
  {
    name: "a start after the as-of",
    file: "facts",
    find: "r: kept, o: skerry-point, from: 2020-02-29, to: open, as_of: 2021-06-30",
    put: "r: kept, o: skerry-point, from: ‸2021-07-01, to: open, as_of: 2021-06-30",
    code: "from-after-as-of",
    also: ["after-pack", "gap", "list-time"],
  },
  {
    name: "an as-of after that of the pack",
    file: "facts",
    find: "unit: people }, as_of: 2021-06-30",
    put: "unit: people }, as_of: ‸2021-07",
    code: "after-pack",
  },
  {
    name: "a date after its document",
    file: "facts",
    find: 's: great-lantern, r: shipped, o: slate, as_of: "[2015-03-02..2018-09-14]"',
    put: "s: great-lantern, r: shipped, o: slate, as_of: ‸2019",
    code: "after-source",
    also: ["list-time"],
  },
  {
    name: "a time on a relation that has none",
    file: "facts",
    find: "o: pier-rebuilt, topic: history",
    put: "o: pier-rebuilt, from: ‸1954, topic: history",
    code: "time-on-timeless",
  },
  // Declarations.
  {
    name: "two keepers at once",
    file: "facts",
    find: "- { key: kept-brandt, s: brandt, r: kept, o: skerry-point, from: 2015-03-02,",
    put: "- ‸{ key: kept-brandt, s: brandt, r: kept, o: skerry-point, from: 2014-12-24,",
    code: "two-at-once",
  },
  {
    name: "two heights of one light",
    file: "facts",
    find: "- { key: people-great",
    put: "- ‸{ key: low-saltmarsh, s: saltmarsh, r: is-high, o: { number: 12, unit: metres }, topic: lights, cite: [{ source: almanac, at: Heights }] }\n- { key: people-great",
    code: "two-at-once",
  },
  {
    name: "the same fact twice",
    file: "facts",
    find: "- { key: decided-ferry",
    put: "- ‸{ key: again, s: council, r: decided, o: charter, topic: history, cite: [{ source: almanac, at: History }] }\n- { key: decided-ferry",
    code: "duplicate-fact",
  },
  {
    name: "a claim that another fact denies",
    file: "facts",
    find: "- { key: high-skerry-point",
    put: "- ‸{ key: not-on-tern, s: gull-rock, r: stands-on, o: tern, negative: true, topic: isles, cite: [{ source: almanac, at: Map }] }\n- { key: high-skerry-point",
    code: "contradiction",
  },
  {
    name: "a closed scope without anchor",
    file: "relations",
    find: "noun: [warden, wardens]",
    put: "noun: [warden, wardens]\n  closed: [‸{ as_of: 2021-06-30, source: almanac, at: Wardens }]",
    code: "closed-anchor",
  },
  {
    name: "an attribute that nobody has",
    file: "relations",
    find: "compare_on: [isle, rank]",
    put: "compare_on: [isle, ‸rnk]",
    code: "unknown-attribute",
  },
  {
    name: "a keeper who is not on the complete list",
    file: "lists",
    find: "facts: [kept-orr, kept-vane, kept-brandt, kept-brand, kept-quill]",
    put: "facts: ‸[kept-orr, kept-vane, kept-brandt, kept-quill]",
    code: "closed-not-list",
  },
  {
    name: "a good that the list of the same page lacks",
    file: "lists",
    find: "facts: [shipped-wool-2021, shipped-oil-2021, shipped-kelp-2021]",
    put: "facts: ‸[shipped-wool-2021, shipped-oil-2021]",
    code: "list-not-complete",
  },
  {
    name: "a list of two relations",
    file: "lists",
    find: "facts: [shipped-wool-leaflet, shipped-slate-leaflet]",
    put: "facts: [shipped-wool-leaflet, ‸on-skerry-point, shipped-slate-leaflet]",
    code: "list-mixed",
  },
  {
    name: "a comparison with an unknown list",
    file: "lists",
    find: "compare_with: [shipped-leaflet]",
    put: "compare_with: [‸shipped-leaflets]",
    code: "unknown-list",
  },
  // Frames.
  {
    name: "an unknown frame",
    file: "relations",
    find: "    ask_successor:",
    put: '    ask_sucessor: ‸"Who came after {s} at {o}?"\n    ask_successor:',
    code: "unknown-frame",
  },
  {
    name: "an unknown slot",
    file: "relations",
    find: '"{s} gave up {o} {to}."',
    put: '"{s} gave up {o} ‸{too}."',
    code: "unknown-slot",
    also: ["missing-slot"],
  },
  {
    name: "a slot that would tell the answer",
    file: "relations",
    find: '"On which isle does {s} stand?"',
    put: '"On which isle does {s} stand, ‸{o}?"',
    code: "unknown-slot",
  },
  {
    name: "a brace without its other half",
    file: "relations",
    find: '"Who took over {o} directly from {s}?"',
    put: '"Who took over {o} directly from {s} ‸{?"',
    code: "brace",
  },
  {
    name: "a frame without its time",
    file: "relations",
    find: '"{s} had {o} {when}."',
    put: '‸"{s} had {o}."',
    code: "missing-slot",
  },
  {
    name: "a relation without the frame that says its facts",
    file: "relations",
    find: '    fact: "The work on {s} ended {when}."\n    ask_date: "{wh_date} did the work on {s} end?"',
    put: '    ‸ask_date: "{wh_date} did the work on {s} end?"',
    code: "missing-frame",
  },
  {
    name: "a word that means another day to every reader",
    file: "relations",
    find: '"How high is {s}?"',
    put: '"How high is {s} ‸now?"',
    code: "undated-word",
  },
  {
    name: "a question without its mark",
    file: "relations",
    find: '"{wh} decided on {o}?"',
    put: '‸"{wh} decided on {o}"',
    code: "frame-ending",
  },
  {
    name: "an undated word in a gloss",
    file: "lists",
    find: "gloss: the goods that the undated leaflet",
    put: "gloss: the goods that ‸currently the undated leaflet",
    code: "undated-word",
  },
  // Names and use.
  {
    name: "two lights of one name",
    file: "entities",
    find: "type: light, name: Gull Rock }",
    put: "type: light, name: ‸Skerry Point }",
    code: "homonym",
  },
  {
    name: "a shared alias",
    file: "entities",
    find: "- { key: saltmarsh, type: light, name: Saltmarsh Beacon, short: Saltmarsh }",
    put: "- ‸{ key: saltmarsh, type: light, name: Saltmarsh Beacon, short: Saltmarsh, aliases: [The Needle] }",
    code: "alike",
    severity: "warning",
  },
  {
    name: "names two letters apart",
    file: "entities",
    find: "- { key: wool, type: good, name: wool }",
    put: "- { key: wool, type: good, name: wool }\n- ‸{ key: wood, type: good, name: wood }",
    code: "alike",
    also: ["unused-entity"],
    severity: "warning",
  },
  {
    name: "a topic that nothing uses",
    file: "pack",
    find: "  - { key: isles, title: The isles }",
    put: "  - { key: isles, title: The isles }\n  - { key: ‸ships, title: Ships }",
    code: "unused-topic",
    severity: "warning",
  },
  {
    name: "an answer to a warning that there is not",
    file: "pack",
    find: "confirmed:\n",
    put: "confirmed:\n  - ‸{ warning: gap, keys: [kept-vane, kept-brandt], because: None. }\n",
    code: "needless-confirmation",
    severity: "warning",
  },
];

/** The files with faults planted, and where each is expected. */
function planted(list: readonly Fault[]): { files: PackFile[]; places: { line: number; column: number }[] } {
  const texts = new Map(lanternIslesFiles().map(({ path, text }) => [path, text]));
  list.forEach(({ name, file, find, put }, index) => {
    const text = texts.get(`${file}.yaml`)!;
    expect(text.split(find).length, `${name}: “${find}” stands once in ${file}.yaml`).toBe(2);
    // Each mark gets the number of its fault, so that later edits may move it.
    texts.set(
      `${file}.yaml`,
      text.replace(find, () => put.replace("‸", `‸${index}‸`)),
    );
  });
  const places: { line: number; column: number }[] = [];
  const files = [...texts].map(([path, text]) => {
    let clean = "";
    let rest = text;
    for (let mark = /‸(\d+)‸/.exec(rest); mark; mark = /‸(\d+)‸/.exec(rest)) {
      clean += rest.slice(0, mark.index);
      rest = rest.slice(mark.index + mark[0].length);
      const lines = clean.split("\n");
      places[Number(mark[1])] = { line: lines.length, column: lines.at(-1)!.length + 1 };
    }
    return { path, text: clean + rest };
  });
  return { files, places };
}

test("the good pack has no problem at all", () => {
  const { pack, problems } = readPack(lanternIslesFiles());
  expect(problems).toEqual([]);
  expect(pack?.facts.length).toBe(35);
});

describe("a planted fault is found at its file, line and column", () => {
  test.each(faults)("$name", (fault) => {
    const { files, places } = planted([fault]);
    const { pack, problems } = readPack(files);
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: fault.severity ?? "error",
        code: fault.code,
        file: `${fault.file}.yaml`,
        ...places[0],
      }),
    );
    expect(problems.map(({ code }) => code).sort()).toEqual([fault.code, ...(fault.also ?? [])].sort());
    expect(pack === null).toBe(problems.some(({ severity }) => severity === "error"));
  });
});

test(`all ${faults.length} faults are listed at once`, () => {
  const { files, places } = planted(faults);
  const { pack, problems } = readPack(files);
  expect(pack).toBeNull();
  const found = new Set(problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`));
  const missed = faults
    .map(({ code, file }, index) => `${code} ${file}.yaml:${places[index]!.line}:${places[index]!.column}`)
    .filter((place) => !found.has(place));
  expect(missed).toEqual([]);
});
