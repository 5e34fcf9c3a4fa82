/** What is not asked, from both sides: every refusal has a reason that the evaluator finds in the pack, and nothing allowed is passed over in silence. */
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { allowedIn } from "@/tests/evaluator/allowed.ts";
import { Copy, changedFolders, folderOf, questionsOf, type Refusal, refusalsOf } from "@/tests/evaluator/command.ts";
import { objectionTo } from "@/tests/evaluator/objection.ts";
import { readFolder } from "@/tests/evaluator/read.ts";

/** The forms whose yield is worked out; of a large pack their choices only. */
const share = (folder: string) => [
  ...["--form", "Q3,Q7,Q8,Q9,Q11"],
  ...(path.basename(folder) === "us-presidents" ? ["--kind", "choice,number"] : []),
];

describe.each(changedFolders.map((folder) => [path.basename(folder), folder] as const))("%s", (_, folder) => {
  const pack = readFolder(folder);
  let refused: Refusal[];
  let asked: { readonly form: string; readonly facts: readonly string[] }[];

  beforeAll(async () => {
    [refused, asked] = await Promise.all([refusalsOf(folder), questionsOf(folder, "1", ...share(folder))]);
  }, 120_000);

  test("every refusal has its reason in the pack", () => {
    expect(refused.map((one) => objectionTo(pack, one)).filter((one) => one !== null)).toEqual([]);
  });

  test("whatever may be asked on a day, of a set, of its size or at the time of an event is asked, or refused for a reason", () => {
    const allowed = allowedIn(pack);
    expect(allowed.length).toBeGreaterThan(1);
    const answers = [...refused, ...asked];
    const silent = allowed.filter(
      ({ form, all, any }) =>
        !answers.some(
          (one) =>
            one.form === form &&
            all.every((key) => one.facts.includes(key)) &&
            (any.length === 0 || any.some((key) => one.facts.includes(key))),
        ),
    );
    expect(silent).toEqual([]);
  });

  test("what neither counts nor is known exactly, or holds with another, is refused as that", () => {
    const reasons = (form: string, key: string) =>
      refused.filter((one) => one.form === form && one.facts.includes(key)).map(({ reason }) => reason);
    for (const { key, frames } of pack.relations) {
      const facts = pack.facts.filter((fact) => fact.relation === key && !fact.negative);
      for (const { key: fact, object, capacity } of facts) {
        if (frames.ask_subject_on && (capacity === "acting" || capacity === "rival"))
          expect(reasons("Q3", fact), fact).toContain("two_keys");
        const isVague = object.kind === "vague" || (object.kind === "number" && object.qualifier !== "exact");
        if (frames.ask_number && isVague) expect(reasons("Q9", fact), fact).toContain("qualifier");
      }
      const objects = facts.map(({ object }) => JSON.stringify(object));
      if (frames.ask_match && new Set(objects).size < objects.length)
        expect(
          refused
            .filter((one) => one.form === "Q12" && one.facts.some((fact) => facts.some((own) => own.key === fact)))
            .map(({ reason }) => reason),
          key,
        ).toContain("not_one_to_one");
    }
  });
});

describe("an edited pack", { timeout: 120_000 }, () => {
  const edits: readonly (readonly [string, string, string, string | RegExp, string, string, string, string])[] = [
    [
      "a second document with another country is a contradiction",
      "nato-mission-iraq",
      "facts.yaml",
      /^- \{ key: country-olsen/m,
      '- { key: country-olsen-2, s: swe, r: commander-from, o: nmi, from: 2020-11-24, to: 2021-05-06, topic: command, cite: [{ source: s2, at: "paragraph 1" }] }\n- { key: country-olsen',
      "country-olsen",
      "Q3",
      "contradiction",
    ],
    [
      "a commander who only acted is neither asked nor a wrong answer",
      "nato-mission-iraq",
      "facts.yaml",
      "from: 2020-11-24, to: 2021-05-06,",
      "from: 2020-11-24, to: 2021-05-06, capacity: acting,",
      "commanded-olsen",
      "Q3",
      "two_keys",
    ],
  ];

  test.each(edits)("%s", async (_, name, file, text, by, fact, form, reason) => {
    using copy = new Copy(folderOf(name));
    copy.replace(file, text, by);
    const found = (await refusalsOf(copy.folder)).filter((one) => one.form === form && one.facts.includes(fact));
    expect(found.map((one) => one.reason)).toContain(reason);
    expect(found.map((one) => objectionTo(readFolder(copy.folder), one)).filter((one) => one !== null)).toEqual([]);
  });
});
