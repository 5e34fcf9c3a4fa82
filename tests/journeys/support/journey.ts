import { test as base, expect } from "@playwright/test";
import { Watcher } from "./watcher.ts";

/** Sizes that screens are measured at. */
export const desk = { width: 1280, height: 720 };
export const phone = { width: 390, height: 664 };

/** A journey: fails when the browser complained, the policy was broken or anything was asked of another origin on the way. */
export const test = base.extend<{ watcher: Watcher }>({
  watcher: [
    async ({ browser, context, baseURL }, use) => {
      const watcher = new Watcher();
      await watcher.watch(context, new URL(baseURL!).origin);
      await use(watcher);
      const faults = watcher.faults();
      // The browser outlives the journey: what is left open would go on ticking and asking beside the next ones.
      const others = browser.contexts().filter((each) => each !== context);
      await Promise.all(others.map((each) => each.close()));
      expect(faults, "complaints of the browser").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
