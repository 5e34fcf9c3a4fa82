import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { desk, phone } from "./journey.ts";

/** No violation of axe's rules on the page as it is; a failure lists rule and element. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** The same on paper by day and by night, on a phone and on a desk; the page must also not scroll sideways on the phone. */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectAccessible(page);
    }
    expect(await overflow(page), `${page.url()} is wider than ${size.width} px`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
