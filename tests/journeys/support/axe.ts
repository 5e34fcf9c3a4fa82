import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { desk, phone } from "./journey.ts";

/** No violation of axe's rules, or of one of them, on the page as it is; a failure lists rule and element. */
export async function expectAccessible(page: Page, rule?: string): Promise<void> {
  // The other mode opens a page of its own for the sake of foreign frames, of which there are none, and takes three times as long.
  // What passes is neither described nor brought here: that would be half of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (rule ? axe.withRules(rule) : axe).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/**
 * The same by day and by night, on a phone and on a desk: every rule on a phone by day and on a desk by night; at a release
 * also colours the other way round, which differ only where a colour depends on the width. The page must also not be wider
 * than its window.
 */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  for (const [size, first, then] of [
    [phone, "light", "dark"],
    [desk, "dark", "light"],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: first, reducedMotion: "reduce" });
    expect(await overflow(page), `pixels by which ${page.url()} is wider than ${size.width}`).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    if (process.env.RECITE_FULL !== "1") continue;
    await page.emulateMedia({ colorScheme: then });
    await expectAccessible(page, "color-contrast");
  }
}

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
