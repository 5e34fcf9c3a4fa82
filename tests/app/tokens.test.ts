/** The colours of paper and ink, read from the stylesheet: text and edges keep their contrast by day and by night. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, [light!, dark!] as const],
  ),
);

/** Text on what it stands on: 4.5 to 1. */
const texts = [
  ["ink", ["paper", "card", "wash", "accent-wash", "right-wash", "wrong-wash"]],
  ["ink-2", ["paper", "card", "wash"]],
  ["ink-3", ["paper", "card"]],
  ["accent", ["paper", "card", "accent-wash"]],
  ["right", ["paper", "card", "right-wash"]],
  ["wrong", ["paper", "card", "wrong-wash"]],
  ["due", ["paper", "card"]],
  ["paper", ["ink"]],
] as const;

/** Edges of controls and drawn marks: 3 to 1. */
const edges = [
  ["edge", ["paper", "card"]],
  ["accent", ["paper", "card", "wash"]],
  ["right", ["right-wash"]],
  ["wrong", ["wrong-wash"]],
] as const;

const cases = [...texts.map((each) => [...each, 4.5] as const), ...edges.map((each) => [...each, 3] as const)].flatMap(
  ([above, grounds, least]) =>
    grounds.flatMap((ground) => (["light", "dark"] as const).map((paper) => [above, ground, paper, least] as const)),
);

test.each(cases)("%s on %s, %s paper: at least %d to 1", (above, ground, paper, least) => {
  expect(contrast(colour(above, paper), colour(ground, paper))).toBeGreaterThanOrEqual(least);
});

function colour(name: string, paper: "light" | "dark"): string {
  const found = tokens.get(name);
  if (!found) throw new Error(`app/globals.css states no colour ${name}`);
  return found[paper === "light" ? 0 : 1];
}

/** WCAG 2.2, contrast ratio: 1..21. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** WCAG 2.2, relative luminance: 0..1. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
