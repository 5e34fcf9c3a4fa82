import type { BrowserContext, Page } from "@playwright/test";

/** What must not happen while somebody uses Recite: an error in the console or the page, a breach of the policy, a request to elsewhere. */
export class Watcher {
  #faults: string[] = [];
  #allowed: RegExp[] = [];

  /** Watches every page of a context, those open already too; `origin` is where all requests must go. */
  async watch(context: BrowserContext, origin: string): Promise<void> {
    // A page can refuse something without a word in the console: then the event says so.
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(
          `Policy: ${event.effectiveDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
        );
      });
    });
    const begin = (page: Page) => {
      page.on("console", (message) => {
        if (message.type() === "error") this.#saw(page, `console: ${message.text()} (${message.location().url})`);
      });
      page.on("pageerror", (error) => this.#saw(page, `error: ${error.stack ?? error.message}`));
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin) this.#saw(page, `request to ${url.href}`);
      });
    };
    context.pages().forEach(begin);
    context.on("page", begin);
  }

  /** What this test provokes on purpose. */
  allow(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  /** All that was seen and not allowed. */
  faults(): string[] {
    return this.#faults.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
  }

  #saw(page: Page, what: string): void {
    this.#faults.push(`${page.url()} ${what}`);
  }
}
