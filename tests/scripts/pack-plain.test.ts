import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");
const isles = "tests/support/packs/lantern-isles";

const run = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/pack.ts", ...args], { cwd: root, encoding: "utf8" });

describe("an author reads what a pack yields", () => {
  test("questions --plain prints each with its options, its answer and its Why", () => {
    const { stdout, status } = run("questions", isles, "--plain", "--fact", "kept-brandt", "--kind", "choice,typed");
    expect(status).toBe(0);
    expect(stdout).not.toContain('{"');
    expect(stdout).toMatch(/^kept-brandt · Q\d+ choice · q\d+-[0-9a-f]{12}$/m);
    expect(stdout).toMatch(/^ {4}✓ /m);
    expect(stdout).toMatch(/^ {4}· .+ \(.+\)$/m);
    expect(stdout).toMatch(/^ {2}= .+$/m);
    expect(stdout).toMatch(/^ {2}Why: Ilse Brandt kept/m);
  });

  test("refusals --plain prints reasons in words, each once with how often", () => {
    const { stdout } = run("refusals", isles, "--plain");
    expect(stdout).not.toContain('{"');
    expect(stdout).toMatch(/^[\w-]+(?:, [\w-]+)* · Q\d+ [a-z_]+: .+$/m);
    const lines = stdout.trim().split("\n");
    expect(new Set(lines).size).toBe(lines.length);
  });

  test("no refusal speaks in codes of the program", () => {
    expect(run("refusals", isles).stdout).not.toMatch(/\bG\d+\b|the relation has no sentence/);
  });

  test("a frame that is missing is named", () => {
    const { stdout } = run("refusals", isles, "--plain");
    expect(stdout).toMatch(/no_frame: (?:[a-z-]+: )?there is no frame [a-z_]+/);
  });

  test("who stops reading gets no error", () => {
    const command = `"${process.execPath}" scripts/pack.ts questions ${isles} | head -n 1`;
    const { stdout, stderr } = spawnSync("bash", ["-c", command], { cwd: root, encoding: "utf8" });
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(stderr).toBe("");
  });

  test.each([
    ["grade", "<question id>"],
    ["check", "<pack>"],
    ["questions", "--plain"],
    ["new", "--from"],
    ["verify", "--source"],
    ["preview", "--port"],
  ])("%s without arguments says what it takes", (command, part) => {
    const { stderr, status } = run(command);
    expect(status).toBe(2);
    expect(stderr).toContain(`npm run -s pack -- ${command}`);
    expect(stderr).toContain(part);
  });

  test("pack alone lists every command with what it does", () => {
    const { stderr } = run();
    for (const command of ["check", "questions", "refusals", "grade", "stats", "new", "preview", "verify", "schema"])
      expect(stderr).toMatch(new RegExp(`^ {2}${command} .*  \\S`, "m"));
  });
});
