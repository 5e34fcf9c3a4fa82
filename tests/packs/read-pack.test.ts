import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { canonicalJson } from "@/lib/base/canonical.ts";
import { sha256 } from "@/lib/base/sha256.ts";
import { canonicalPack, packFromJson, packHash } from "@/lib/facts/canonical-pack.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { lanternIsles, lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

describe("the same pack, however it is written", () => {
  test("as JSON", () => {
    const files = lanternIslesFiles().map(({ path, text }) => ({
      path: path.replace(".yaml", ".json"),
      text: JSON.stringify(parse(text, { schema: "failsafe" }), null, "\t"),
    }));
    const { pack, problems } = readPack(files);
    expect(problems).toEqual([]);
    expect(packHash(pack!)).toBe(packHash(lanternIsles()));
  });

  test("with the line ends of Windows, in a folder, beside other files", () => {
    const files = lanternIslesFiles().map(({ path, text }) => ({
      path: `packs\\isles/${path}`,
      text: text.replaceAll("\n", "\r\n"),
    }));
    const { pack, problems } = readPack([...files, { path: "packs/isles/SOURCES.md", text: "- [" }]);
    expect(problems).toEqual([]);
    expect(packHash(pack!)).toBe(packHash(lanternIsles()));
  });

  test("with its records in another order, or split over two files", () => {
    const files = lanternIslesFiles().flatMap(({ path, text }) => {
      if (path !== "facts.yaml") return [{ path, text }];
      const lines = text.trim().split("\n").toReversed();
      return [
        { path, text: lines.slice(0, 10).join("\n") },
        { path: "more/facts.yaml", text: lines.slice(10).join("\n") },
      ];
    });
    const { pack, problems } = readPack(files);
    expect(problems).toEqual([]);
    expect(canonicalPack(pack!)).toBe(canonicalPack(lanternIsles()));
  });
});

test("a pinned document is read with its hash, its licence and its place, and without a copy in the folder too", () => {
  const sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const pinned = (fields: string) => {
    const files = lanternIslesFiles().map(({ path, text }) => ({
      path,
      text: text.replace("publisher: Isles Press,", `publisher: Isles Press, document: { ${fields} },`),
    }));
    const { pack, problems } = readPack(files);
    expect(problems).toEqual([]);
    return pack?.sources.find(({ key }) => key === "almanac")?.document;
  };
  const kept = pinned(`sha256: ${sha256}, licence: CC0 1.0, file: documents/almanac.txt, from: the press itself`);
  expect(kept).toEqual({ sha256, licence: "CC0 1.0", file: "documents/almanac.txt", from: "the press itself" });
  expect(pinned(`sha256: ${sha256}, licence: CC0 1.0`)).toEqual({ sha256, licence: "CC0 1.0", file: null, from: null });
});

describe("a revision", () => {
  test("is the hash of the canonical JSON, and what was stored is read back", () => {
    const pack = lanternIsles();
    expect(packHash(pack)).toBe(sha256(canonicalJson(pack)));
    expect(packFromJson(canonicalPack(pack))).toEqual(pack);
    expect(packHash(packFromJson(JSON.parse(canonicalPack(pack))))).toBe(packHash(pack));
  });

  test.each([[null], [[]], ['"text"'], [{ key: "x" }], ["{}"]])("%j is no pack", (json) => {
    expect(() => packFromJson(json)).toThrow(TypeError);
  });

  test("changes with a single word", () => {
    const pack = lanternIsles();
    expect(packHash({ ...pack, title: `${pack.title}.` })).not.toBe(packHash(pack));
  });
});

describe("files that are missing or unreadable", () => {
  test("each missing file is named once, and nothing is said about what it would have held", () => {
    const { pack, problems } = readPack(
      lanternIslesFiles().filter(({ path }) => path !== "sources.yaml" && path !== "entities.yaml"),
    );
    expect(pack).toBeNull();
    expect(problems.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
      "missing-file entities.yaml",
      "missing-file sources.yaml",
    ]);
  });

  test("no file at all", () => {
    const { pack, problems } = readPack([]);
    expect(pack).toBeNull();
    expect(problems.map(({ file }) => file)).toEqual([
      "pack.yaml",
      "sources.yaml",
      "entities.yaml",
      "relations.yaml",
      "facts.yaml",
    ]);
  });

  test("lists may be missing", () => {
    const { problems } = readPack(lanternIslesFiles().filter(({ path }) => path !== "lists.yaml"));
    expect(problems).toEqual([]);
  });

  test("of a file that breaks off, that alone is said", () => {
    const files = lanternIslesFiles().map(({ path, text }) =>
      path === "entities.yaml" ? { path, text: `${text}- { key: broken` } : { path, text },
    );
    const { pack, problems } = readPack(files);
    expect(pack).toBeNull();
    expect(problems.map(({ code, file }) => [code, file])).toEqual([["syntax", "entities.yaml"]]);
  });

  test("a file that is not a list of records", () => {
    const files = lanternIslesFiles().map(({ path, text }) =>
      path === "facts.yaml" ? { path, text: "key: f1" } : { path, text },
    );
    expect(readPack(files).problems).toContainEqual(
      expect.objectContaining({ code: "bad-value", file: "facts.yaml", line: 1, column: 1 }),
    );
  });

  test("a record that is no record", () => {
    const files = lanternIslesFiles().map(({ path, text }) =>
      path === "lists.yaml" ? { path, text: `${text}- shipped` } : { path, text },
    );
    expect(readPack(files).problems).toContainEqual(
      expect.objectContaining({
        code: "bad-value",
        file: "lists.yaml",
        message: "A record of fields is expected here.",
      }),
    );
  });
});

describe("what is read", () => {
  const pack = lanternIsles();
  const fact = (key: string) => pack.facts.find((one) => one.key === key);

  test("bounds, precision and as-of", () => {
    expect(fact("kept-orr")).toMatchObject({
      subject: "orr",
      relation: "kept",
      object: { kind: "entity", entity: "skerry-point" },
      from: { kind: "date", date: { edtf: "2001-04", precision: "month" } },
      to: { kind: "date", date: { edtf: "2008-11-26", precision: "day" } },
      asOf: null,
      citations: [{ source: "almanac", locator: "Keepers of Skerry Point, row 1" }],
    });
    expect(fact("kept-quill")).toMatchObject({ to: { kind: "open" }, asOf: { edtf: "2021-06-30" } });
    expect(fact("kept-gull-orr")).toMatchObject({ to: { kind: "unknown" } });
  });

  test("values", () => {
    expect(fact("people-great")?.object).toEqual({
      kind: "number",
      number: 1200,
      qualifier: "more_than",
      unit: "people",
    });
    expect(fact("high-gull-rock")?.object).toEqual({
      kind: "number",
      number: 28.5,
      qualifier: "exact",
      unit: "metres",
    });
    expect(fact("people-tern")?.object).toEqual({ kind: "vague", text: "several hundred people" });
    expect(fact("when-storm")?.object).toMatchObject({ kind: "date", date: { edtf: "1953-02-01" } });
  });

  test("what is not declared is the weakest value", () => {
    expect(pack.relations.find(({ key }) => key === "shipped")).toMatchObject({
      temporal: true,
      objectsPerSubject: "many",
      subjectsPerObject: "many",
      symmetric: false,
      bounds: "unknown",
      askable: "yes",
      closed: [],
      noun: null,
    });
    expect(fact("shipped-slate-leaflet")).toMatchObject({
      importance: "minor",
      negative: false,
      askable: null,
      replaces: null,
    });
  });
});
