/** What a student can do to an open quiz beside reading it. */
import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import type { Question } from "@/lib/questions/question.ts";
import type { Bundle } from "@/lib/study/event.ts";

/** Collects every text that the browser reads from now on; call what is returned to have it. What pages send has answers of its own: `postAll`. */
export function listen(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    // A redirect has no body, and what was on its way when the page was left is gone. Of a post the page reads the status alone.
    if (response.request().method() === "GET") bodies.push(response.text().catch(() => ""));
  });
  return async () => (await Promise.all(bodies)).join("\n");
}

/** Starts a quiz; its page is open. Returns the attempt's id. */
export async function startQuiz(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await page.locator(".taker").waitFor();
  // Starting again gives the same attempt.
  return page.evaluate(async (id) => {
    const headers = { "content-type": "application/json" };
    const again = await fetch(`/api/v1/assignments/${id}/start`, { method: "POST", headers, body: "{}" });
    return ((await again.json()) as { attemptId: string }).attemptId;
  }, page.url().split("/").at(-1));
}

/** Answers every question in some way and waits until all is kept. */
export async function answerAll(page: Page, count: number): Promise<void> {
  const form = page.locator(".taker form");
  for (let place = 1; place <= count; place++) {
    await form.locator("label").or(form.locator(".grip")).first().waitFor();
    if (await form.locator(".grip").count()) await form.locator(".grip").first().press("End");
    else if (await form.getByRole("textbox").count()) await form.getByRole("textbox").first().fill("1991");
    else if (await form.getByRole("combobox").count())
      await form.getByRole("combobox").first().selectOption({ index: 1 });
    else if (await form.locator(".line-gap").count()) await form.locator(".line-gap").first().click();
    else await form.locator(".option").first().click();
    if (place < count) await page.getByRole("button", { name: "Next" }).click();
  }
  await page.getByText(`${count} of ${count} answered · Kept`).waitFor({ timeout: 20_000 });
}

/** Sends from the page what its scripts could send, with names of stored questions that no student knows; all answers as one text. */
export function postAll(page: Page, assignment: string, attempt: string, hashes: readonly string[]): Promise<string> {
  const event = (question: string, index: number) => ({
    ...{ kind: "answer", id: uuidV7(), deviceId: attempt, deviceSeq: index, at: new Date().toISOString() },
    ...{ zone: "UTC", rolloverHour: 4, question, response: { kind: "dont-know" }, tookMs: 1000 },
    context: { mode: "study", helped: false, tooEasy: false, attempt: null },
  });
  const answer = (slot: number) => ({ id: uuidV7(), slot, response: { kind: "typed", text: "?" } });
  const posts: [string, unknown][] = [
    [`/api/v1/assignments/${assignment}/start`, {}],
    ...hashes.map((_, index): [string, unknown] => [`/api/v1/attempts/${attempt}/answers`, answer(index + 1)]),
    [`/api/v1/attempts/${attempt}/answers`, answer(99)],
    [`/api/v1/attempts/${attempt}/checks`, { id: uuidV7(), slot: 1 }],
    [`/api/v1/attempts/${attempt}/flags`, { id: uuidV7(), slot: 1, flagged: true }],
    [`/api/v1/attempts/${attempt}/answers`, { slot: "rubbish" }],
    ["/api/v1/events", { events: hashes.map(event) }],
  ];
  return page.evaluate(async (all) => {
    const answers: string[] = [];
    for (const [url, body] of all) {
      const headers = { "content-type": "application/json" };
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      answers.push(`${url} ${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`);
    }
    return answers.join("\n");
  }, posts);
}

/** Which of the facts of these questions the student's own study and practice ask for, or rest on. */
export async function askedInStudy(request: APIRequestContext, questions: readonly Question[]): Promise<string[]> {
  const reserved = new Set(questions.flatMap((question) => question.facts));
  const found = new Set<string>();
  const topics = new Set(questions.map((question) => question.topic));
  for (const scope of [["mode", "study"], ...[...topics].map((topic) => ["topics", topic])]) {
    const base = { pack: questions[0]?.pack ?? "", mode: "practice", count: "100" };
    const query = new URLSearchParams({ ...base, [scope[0] as string]: scope[1] as string });
    const { cards, composites } = (await (await request.get(`/api/v1/study?${query}`)).json()) as Bundle;
    const asked = [...cards.flatMap((card) => card.questions), ...composites].map(({ question }) => question);
    for (const fact of [...cards.map(({ card }) => card.fact), ...asked.flatMap(({ facts }) => facts)])
      if (reserved.has(fact)) found.add(fact);
  }
  return [...found];
}

function uuidV7(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
