/**
 * The architecture, as a table. Read this file first; it is also the check.
 * Rules decide, the server remembers, screens show.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** The rules, in reading order: each folder may import itself and the folders to its left. */
const rules = ["base", "facts", "questions", "study", "classroom", "progress", "play", "interop"].map(
  (name) => `lib/${name}`,
);

/** The one package a rule may import, and the one file that may. */
const fsrs = { file: "lib/study/fsrs.ts", specifier: "ts-fsrs" };

/** `import … from "x"`, `export … from "x"`, `import "x"`; or `import("x")` anywhere. */
const statement = /^(?:import|export)\s(?:[^;"'`]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

/** What a folder may import of ours. `lib/packs` reads pack files; `lib/i18n` names the languages of the interface. */
function mayImport(from: string): string[] {
  if (rules.includes(from)) return rules.slice(0, rules.indexOf(from) + 1);
  switch (from) {
    case "lib/packs":
      return [...rules, "lib/packs"];
    case "lib/i18n":
      return ["lib/i18n", "messages"];
    case "lib/server":
      return [...rules, "lib/packs", "lib/server", "prisma"];
    case "components":
      return [...rules, "lib/i18n", "components"];
    case "app":
    case "proxy.ts":
    case "instrumentation.ts":
      return [...rules, "lib/i18n", "lib/server", "components", "app", "messages"];
    case "scripts":
      return [...rules, "lib/packs", "lib/i18n", "lib/server", "scripts", "prisma"];
    default:
      throw new Error(`${from} has no place in the architecture: give it one here, with its arrows`);
  }
}

/** Packages a folder may import; a folder that is absent here may import any. */
function mayUse(from: string, file: string): string[] | null {
  if (rules.includes(from)) return file === fsrs.file ? [fsrs.specifier] : [];
  if (from === "lib/packs") return ["yaml", "zod"];
  return null;
}

const files = [
  ...["lib", "components", "app", "scripts"].flatMap((top) =>
    existsSync(top)
      ? readdirSync(top, { recursive: true, encoding: "utf8" })
          .filter((name) => /\.tsx?$/.test(name))
          .map((name) => path.posix.join(top, name))
      : [],
  ),
  ...["proxy.ts", "instrumentation.ts"].filter((name) => existsSync(name)),
];

test("pages live under app/[locale], so that a language is part of every address", () => {
  const outside = files.filter((file) => /^app\/.*page\.tsx$/.test(file) && !file.startsWith("app/[locale]/"));
  expect(outside).toEqual([]);
});

describe.each(files)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const from = folderOf(file);
  const imports = [...text.matchAll(statement)].map((match) => match[1] ?? match[2] ?? "");

  test("imports only what its folder may", () => {
    for (const specifier of imports) {
      const target = resolve(file, specifier);
      if (target) expect(mayImport(from), `${file} imports ${target}`).toContain(folderOf(target));
      else {
        const packages = mayUse(from, file);
        if (packages) expect(packages, `${file} imports ${specifier}`).toContain(specifier);
      }
    }
  });

  if (rules.includes(from))
    test("takes the time and the seed as arguments", () => {
      expect(text).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|process\.env|performance\.now\(/);
    });

  if (from === "lib/server")
    test("says it is server-only on its first line", () => {
      expect(text).toMatch(/^import "server-only";/);
    });
});

/** "lib/questions/mark.ts" is of "lib/questions"; "app/[locale]/study/page.tsx" of "app"; "proxy.ts" of itself. */
function folderOf(file: string): string {
  return file
    .split("/")
    .slice(0, file.startsWith("lib/") ? 2 : 1)
    .join("/");
}

/** The imported file's path from the root, or null for a package. */
function resolve(file: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(file), specifier);
  return null;
}
