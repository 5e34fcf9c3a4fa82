import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");
const isles = "tests/support/packs/lantern-isles";
let scratch: string;
let all: ReturnType<typeof lines>;

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), "recite-pack-"));
  all = lines("questions", isles);
});
afterAll(() => rmSync(scratch, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/pack.ts", ...args], { cwd: root, encoding: "utf8" });
const lines = (...args: string[]) =>
  execFileSync(process.execPath, ["scripts/pack.ts", ...args], { cwd: root, encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("npm run pack", () => {
  test("check is clean on every pack of content/, by name or folder", () => {
    expect(run("check", "nato-mission-iraq")).toMatchObject({ status: 0, stderr: "" });
    expect(run("check", isles)).toMatchObject({ status: 0, stderr: "" });
  });

  test("check names the facts that no question is made of, but for those that are not to be asked", () => {
    const folder = path.join(scratch, "silent");
    cpSync(path.join(root, "tests/support/tide-towns"), folder, { recursive: true });
    const { status, stdout } = run("check", folder);
    expect(stdout).toMatch(/^1 of 47 facts have no question: led-sorel\. Why: .* refusals \S*silent --plain\n/);
    expect(status, "it is no fault").toBe(0);
    const file = path.join(folder, "facts.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("{ key: led-sorel,", "{ key: led-sorel, askable: no,"));
    expect(run("check", folder).stdout).toMatch(/^\S+: 47 facts, \d+ questions, no problems\.\n$/);
  });

  test("check prints a fault of a question at the place of its fact, and ends with 1", () => {
    const folder = path.join(scratch, "faulty");
    cpSync(path.join(root, isles), folder, { recursive: true });
    const file = path.join(folder, "relations.yaml");
    const text = readFileSync(file, "utf8");
    const worse = text.replace(/ask_date: "([^"]*)\?"/, 'ask_date: "$1, if not in another year?"');
    expect(worse).not.toBe(text);
    writeFileSync(file, worse);
    const { status, stdout } = run("check", folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/faulty\/facts\.yaml:\d+:\d+: warning question-27: .*fact .*frame happened\.ask_date/);
  });

  test("questions prints a line of JSON for each, the same each time, and can be narrowed", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(lines("questions", isles, "--seed", "1")).toEqual(all);
    for (const question of all) {
      for (const field of [
        "id",
        "facts",
        "form",
        "kind",
        "stem",
        "options",
        "key",
        "accepts",
        "time",
        "closeness",
        "citations",
        "why",
        "whyNot",
        "seed",
        "revision",
      ])
        expect(question, field).toHaveProperty(field);
      const wrong = question.options.filter(({ right }: { right: boolean }) => !right);
      expect(question.whyNot.length).toBe(wrong.length);
    }
    const some = lines("questions", isles, "--form", "Q3", "--kind", "choice", "--fact", "kept-brandt", "--seed", "2");
    for (const question of some)
      expect(question).toMatchObject({ form: "Q3", kind: "choice", facts: ["kept-brandt"], seed: "2" });
  });

  test("refusals prints form, facts, reason and detail", () => {
    for (const refusal of lines("refusals", isles))
      expect(Object.keys(refusal)).toEqual(["form", "facts", "reason", "detail"]);
  });

  test("grade prints the fraction of a response and why", () => {
    const typed = all.find(({ kind }) => kind === "typed")!;
    expect(lines("grade", isles, typed.id, typed.accepts[0])[0]).toMatchObject({ fraction: 1, why: typed.why });
    const choice = all.find(({ kind }) => kind === "choice")!;
    const wrong = choice.options.find(({ right }: { right: boolean }) => !right);
    const graded = lines("grade", isles, choice.id, wrong.text)[0];
    expect(graded).toMatchObject({ fraction: 0 });
    expect(choice.whyNot).toContain(graded.whyNot[0]);
  });

  test("stats counts, and says which facts cannot be asked", () => {
    const stats = JSON.parse(run("stats", isles).stdout);
    expect(stats.shareAskable).toBeGreaterThan(0.5);
    expect(stats.askable + stats.notAskable.length).toBe(stats.facts);
    for (const { refused } of stats.notAskable) expect(refused.length).toBeGreaterThan(0);
  });

  test("says in a sentence what it does not understand", () => {
    expect(run("check", "no-such-pack")).toMatchObject({ status: 2, stdout: "" });
    expect(run()).toMatchObject({ status: 2 });
    expect(run("grade", isles, "q1-000000000000", "x").stderr).toMatch(/no question q1-000000000000/);
  });
});
