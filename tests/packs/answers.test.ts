/** How an author answers the warnings of the check. */
import { describe, expect, test } from "vitest";
import { readPack } from "@/lib/packs/read-pack.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

/** The warnings of the Lantern Isles after a change to one of its files, as code and place. */
function warnings(path: string, change: (text: string) => string) {
  const files = lanternIslesFiles().map((file) => (file.path === path ? { path, text: change(file.text) } : file));
  return readPack(files).problems;
}

describe("entities that may be taken for one another", () => {
  const undistinct = (text: string) => text.replace(/distinct:\n(?: {2}- .*\n)+/, "");

  test("are listed once for each group, with the reason", () => {
    const problems = warnings("pack.yaml", undistinct);
    expect(problems.map(({ code }) => code)).toEqual(["alike", "alike", "alike"]);
    expect(problems.map(({ message }) => message).join("\n")).toMatch(/“skerry”\): skerry-light, skerry-point/);
    expect(problems.map(({ message }) => message).join("\n")).toMatch(
      /“Ilse Brandt” is nearly “Ilsa Brand”\): brand, brandt/,
    );
    expect(problems.map(({ message }) => message).join("\n")).toMatch(/“harbour”\): harbour-board, harbour-guard/);
  });

  test("are answered by a set under distinct, by overlaps or by part_of", () => {
    const files = (entity: string, field: string) =>
      lanternIslesFiles().map(({ path, text }) => {
        if (path === "pack.yaml") return { path, text: text.replace("  - [harbour-board, harbour-guard]\n", "") };
        if (path === "entities.yaml")
          return { path, text: text.replace(`{ key: ${entity},`, `{ key: ${entity}, ${field},`) };
        return { path, text };
      });
    expect(readPack(files("council", "aliases: []")).problems.map(({ code }) => code)).toEqual(["alike"]);
    expect(readPack(files("harbour-guard", "overlaps: [harbour-board]")).problems).toEqual([]);
    expect(readPack(files("harbour-guard", "part_of: [harbour-board]")).problems).toEqual([]);
  });

  test("a set of one is no set, and an unknown entity in it is an error", () => {
    const single = warnings("pack.yaml", (text) => text.replace("[brandt, brand]", "brandt"));
    expect(single.map(({ code }) => code)).toContain("bad-value");
    const unknown = warnings("pack.yaml", (text) => text.replace("[brandt, brand]", "[brandt, brand, brando]"));
    expect(unknown).toContainEqual(expect.objectContaining({ code: "unknown-entity", field: "distinct[1][2]" }));
  });
});

describe("a confirmed warning", () => {
  test("comes back without its confirmation", () => {
    const problems = warnings("pack.yaml", (text) => text.replace(/confirmed:\n.*\n/, ""));
    expect(problems).toEqual([
      expect.objectContaining({
        severity: "warning",
        code: "gap",
        file: "facts.yaml",
        line: 2,
        field: "facts[1].from",
      }),
    ]);
  });

  test("is confirmed by the records that it is about, in any order, and by no others", () => {
    expect(warnings("pack.yaml", (text) => text.replace("[kept-orr, kept-vane]", "[kept-vane, kept-orr]"))).toEqual([]);
    const other = warnings("pack.yaml", (text) => text.replace("[kept-orr, kept-vane]", "[kept-orr, kept-brand]"));
    expect(other.map(({ code }) => code).sort()).toEqual(["gap", "needless-confirmation"]);
  });

  test("may be an entity that is only there to be a wrong option", () => {
    const files = lanternIslesFiles().map(({ path, text }) => {
      if (path === "entities.yaml") return { path, text: `${text}- { key: peat, type: good, name: peat }\n` };
      if (path === "pack.yaml")
        return { path, text: `${text}  - { warning: unused-entity, keys: [peat], because: A wrong option. }\n` };
      return { path, text };
    });
    expect(readPack(files).problems).toEqual([]);
  });
});

test("one answer for several entities is told to be one for each", () => {
  const unused = (answers: string) =>
    readPack(
      lanternIslesFiles().map(({ path, text }) => {
        const peat = "- { key: peat, type: good, name: peat }\n- { key: salted-cod, type: good, name: salted cod }\n";
        if (path === "entities.yaml") return { path, text: text + peat };
        return path === "pack.yaml" ? { path, text: text + answers } : { path, text };
      }),
    ).problems;
  const one = (keys: string) => `  - { warning: unused-entity, keys: [${keys}], because: Wrong options. }\n`;
  expect(unused(one("peat, salted-cod")).map(({ message }) => message)).toContain(
    "There is no warning unused-entity about peat, salted-cod to confirm. Each of them has a warning of its own: confirm each in an entry of its own.",
  );
  expect(unused(one("peat") + one("salted-cod"))).toEqual([]);
});

test("years that touch are only asked about in a closed succession", () => {
  const closed = (text: string) => text.replace("object: skerry-point,", "object: gull-rock,");
  const touching = lanternIslesFiles().map(({ path, text }) => {
    if (path === "relations.yaml") return { path, text: closed(text).replace("from: 2001-04,", "from: 2003,") };
    if (path === "facts.yaml")
      return { path, text: text.replace("from: 2013-05, to: unknown", "from: 2011, to: 2015") };
    return { path, text };
  });
  expect(
    readPack(touching)
      .problems.map(({ code }) => code)
      .sort(),
  ).toEqual(["needless-confirmation", "years-touch"]);
});

test("a mistyped word is answered with the nearest that exists", () => {
  const messagesOf = (path: string, find: string, put: string) =>
    warnings(path, (text) => text.replace(find, put)).map(({ message }) => message);
  expect(messagesOf("entities.yaml", "given: Tomas", "givn: Tomas")).toContain(
    "There is no field givn here. Did you mean given?",
  );
  expect(messagesOf("facts.yaml", "o: gull-rock", "o: gul-rock")).toContain(
    "No entity has the key gul-rock. Did you mean gull-rock?",
  );
  expect(messagesOf("relations.yaml", "object: [number]", "object: [nomber]")).toContain(
    "No type has the key nomber. Did you mean number?",
  );
  expect(messagesOf("entities.yaml", "name: wool", "name: wool, grey")).toContainEqual(
    expect.stringContaining("There is no field grey here"),
  );
  expect(messagesOf("pack.yaml", "title: The isles", "title: The isles, all of them")).toContainEqual(
    expect.stringContaining("needs quotes"),
  );
});
