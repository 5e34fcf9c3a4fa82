import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };
type Floor = { readonly name: string; readonly floor: string | null; readonly why: string };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const floors = (JSON.parse(readFileSync("tests/golden/floors.json", "utf8")) as { packages: Floor[] }).packages;

/** Every copy of a package that would be installed, also those below other packages. */
function versionsOf(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([place]) => place.endsWith(`node_modules/${name}`))
    .flatMap(([, { version }]) => (version ? [version] : []));
}

/** Is a version at least the floor? A preview of the floor itself is not. */
function reaches(version: string, floor: string): boolean {
  const [core = "", preview] = version.split("-");
  const [a, b] = [core, floor].map((text) => text.split(".").map(Number)) as [number[], number[]];
  const at = a.findIndex((part, place) => part !== b[place]);
  return at === -1 ? preview === undefined : (a[at] ?? 0) > (b[at] ?? 0);
}

describe.each(floors)("$name", ({ name, floor, why }) => {
  test(floor ? `is at least ${floor}, wherever it is installed` : "is not installed", () => {
    const low = versionsOf(name).filter((version) => floor === null || !reaches(version, floor));
    expect(low, why).toEqual([]);
  });
});

test("what we build on is in the lockfile, so that its floor means something", () => {
  for (const name of ["next", "react", "react-dom", "@auth/core", "yaml"])
    expect(versionsOf(name), name).not.toEqual([]);
});

test.each<[string, string, boolean]>([
  ["16.3.3", "16.3.3", true],
  ["16.10.0", "16.3.3", true],
  ["17.0.0-canary.1", "16.3.3", true],
  ["16.3.2", "16.3.3", false],
  ["15.9.9", "16.3.3", false],
  ["16.3.3-canary.4", "16.3.3", false],
  ["0.41.10", "0.41.3", true],
])("%s against %s: %s", (version, floor, expected) => {
  expect(reaches(version, floor)).toBe(expected);
});
