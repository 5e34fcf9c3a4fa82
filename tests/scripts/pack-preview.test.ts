import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { preview } from "@/scripts/lib/pack-preview.ts";

const folder = mkdtempSync(path.join(tmpdir(), "recite-preview-"));
let server: Awaited<ReturnType<typeof preview>>;
const get = (where: string, host = "localhost") =>
  fetch(`http://127.0.0.1:${server.port}${where}`, { headers: { host } }).then((answer) => answer.text());

beforeAll(async () => {
  cpSync(path.resolve(import.meta.dirname, "../../content/packs/nato-mission-iraq"), folder, { recursive: true });
  vi.spyOn(console, "log").mockImplementation(() => {});
  server = await preview([folder, "--port", "0"]);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe("the preview of a pack", () => {
  test("shows every fact with its questions, refusals and reasons, and the timeline", async () => {
    const page = await get("/");
    expect(page.match(/<article id="fact-/g)?.length).toBeGreaterThan(150);
    expect(page).toContain("The check finds no problem.");
    expect(page).toContain("Per Olsen commanded NMI from 24 November 2020 to 6 May 2021.");
    expect(page).toMatch(/<li class="right">✓ /);
    expect(page).toMatch(/<b>(?:open_list|no_distractor|bound_day)<\/b>/);
    expect(page).toContain('class="timeline"');
  });

  test("parts the timeline by topic, and shows where years are left out", async () => {
    const timeline = (await get("/")).match(/<details open class="timeline"[\s\S]*?<\/details>/)![0];
    expect(timeline.match(/<h3>/g)!.length).toBeGreaterThan(1);
    expect(timeline).toContain("⁄⁄");
  });

  test("follows the files: a fault is shown with its place as soon as it is written, and goes when it is mended", async () => {
    const file = path.join(folder, "facts.yaml");
    const text = readFileSync(file, "utf8");
    const version = await get("/version");
    writeFileSync(file, text.replace("from: 2018-11,", "from: 2018-13,"));
    expect(await get("/version")).not.toBe(version);
    expect(await get("/")).toMatch(/facts\.yaml:\d+:\d+<\/code> error <b>impossible-date/);
    writeFileSync(file, text);
    expect(await get("/")).toContain("The check finds no problem.");
  });

  test("shows what the checks find in questions, too", async () => {
    const file = path.join(folder, "relations.yaml");
    const text = readFileSync(file, "utf8");
    const worse = text.replace(/ask_from: "([^"]*)\?"/, 'ask_from: "$1, if not in another year?"');
    expect(worse).not.toBe(text);
    writeFileSync(file, worse);
    expect(await get("/")).toMatch(/facts\.yaml:\d+:\d+<\/code> warning <b>question-27<\/b>/);
    writeFileSync(file, text);
  });

  test("puts the kinds of one stem on one card", async () => {
    const page = await get("/");
    const stems = [...page.matchAll(/<p class="stem">([^<]*)<\/p>\n<ul class="kinds"><li>(Q\d+)/g)].map(
      ([, stem, form]) => `${form} ${stem}`,
    );
    expect(stems.length).toBeGreaterThan(300);
    const card = page.match(/<ul class="kinds">(?:<li>[^<]*<\/li>)+/g)!.find((kinds) => kinds.includes("flashcard"))!;
    expect(card).toMatch(/choice|typed|date/);
  });

  test("escapes what the files say", async () => {
    const file = path.join(folder, "pack.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("title: NATO Mission Iraq", 'title: "<script>alert(1)</script>"'));
    const page = await get("/");
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&#60;script&#62;alert(1)");
    writeFileSync(file, text);
  });
});
