import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { quizKinds } from "@/lib/classroom/plan.ts";
import type { Question } from "@/lib/questions/question.ts";
import { pagesOfClass } from "./support/class-pages.ts";
import { closeNow, joinByLink, makeClass, newcomer, planQuiz, publishDraft } from "./support/classroom.ts";
import { crawl, find } from "./support/crawl.ts";
import { asOwner } from "./support/database.ts";
import { expect, test } from "./support/journey.ts";
import { keptInBrowser } from "./support/kept.ts";
import { answerAll, askedInStudy, listen, postAll, startQuiz } from "./support/open-quiz.ts";
import { leaking, planted, replaceQuestions, storedQuestions } from "./support/plant.ts";

test.use({ actionTimeout: 10_000 });

const pack = "nato-mission-iraq";
/** Other packs are read by the same pages; one thing of theirs stands for all. */
const except = /^(?:\/en)?\/packs\/(?!nato-mission-iraq)[^/]+\/(?:facts|entities|timeline)\b/;
/**
 * Pages of single facts, and of other packs, are gone through once, for the real proofs; what is planted is looked for on the one below and
 * wherever else links lead.
 */
const brief = {
  except:
    /\/packs\/[^/]+\/(?:facts|entities)\/[^/]+$|\/packs\/(?!nato-mission-iraq)[^/]+\/|[?&]pack=(?!nato-mission-iraq)/,
} as const;
const everywhere = [
  ...[
    "/",
    "/packs",
    `/packs/${pack}`,
    `/packs/${pack}/practice`,
    `/packs/${pack}/facts`,
    `/packs/${pack}/entities/nmi`,
    "/progress",
    "/classes",
    "/classes/new",
    "/join",
  ],
  // As many questions as a quiz may have, with their keys: its sheets and files are linked from it.
  `/quizzes/new?pack=${pack}&count=50&seed=canary&kinds=${quizKinds.join(".")}`,
  ...["/quizzes/new", "/account", "/sign-in", "/sign-up", "/about", `/study?pack=${pack}`, "/healthz", "/readyz"],
  ...["/sw.js", "/manifest.webmanifest", "/robots.txt", "/sitemap.xml", "/favicon.ico"],
  ...["choice,multi-select,true-false", "typed,number,date,order", "flashcard"].map(
    (kinds) => `/api/v1/study?pack=${pack}&mode=practice&count=100&kinds=${kinds}`,
  ),
  `/api/v1/study?pack=${pack}&count=100`,
];

/** Where who teaches the class gets the keys on paper and as files. */
const takenAway = (draft: string) =>
  ["print", "take-away/moodle.xml", "take-away/gift.txt"].map((what) => `${draft}/${what}`);
const factPage = (fact: string) => `/packs/${pack}/facts/${fact}`;

test("no key of an open quiz reaches its student, in whatever is fetched or kept; after the close it does", async ({
  browser,
  watcher,
  request: stranger,
}) => {
  test.setTimeout(600_000);
  // Asked for on purpose: what is not there, what comes too late, and rubbish.
  watcher.allow(/status of (400|404|409)/);
  const word = `KEYCANARY-${randomUUID()}`;
  const grace = await newcomer(browser, watcher);
  const ada = await newcomer(browser, watcher);
  const bob = await newcomer(browser, watcher);
  const { path: classPath, code } = await makeClass(grace, "Group B");
  await makeClass(bob, "Elsewhere");
  await joinByLink(ada, code, "Ada");
  const draftPath = await planQuiz(grace, classPath, 12);
  await publishDraft(grace);

  const id = draftPath.split("/").at(-1) ?? "";
  const quizPath = `/quizzes/${id}`;
  const real = await storedQuestions(id);
  const about = [
    classPath,
    quizPath,
    draftPath,
    `${draftPath}/results.csv`,
    `${draftPath}/settings`,
    ...[
      "gradebook",
      "gradebook/students.csv",
      "gradebook/responses.csv",
      "gradebook/canvas.csv",
      "gradebook/moodle.csv",
    ].map((what) => `${classPath}/${what}`),
    ...["students", "students/roster.csv", "students/invite", "settings", "exam"].map((what) => `${classPath}/${what}`),
    ...takenAway(draftPath),
    `${classPath}/quizzes/new`,
    `${classPath}/quizzes/new?plan=${id}`,
    `/en${quizPath}`,
  ];

  const student = await memberNamed(classPath, "Ada");
  /** Whatever else there is of the class, that no list above names: as documents and as what navigation fetches. */
  const others = pagesOfClass({ class: classPath.split("/").at(-1)!, assignment: id, student }).filter(
    (path) => !about.includes(path),
  );
  expect(others).toContain(`${draftPath}/corrections`);
  const inside = { follow: false, by: ["html", "rsc"] } as const;

  await test.step("while it is open, nothing proves or asks its facts to the student elsewhere", async () => {
    const proofs = real.map((question) => question.why);
    const statements = real.filter(({ kind }) => kind === "true-false");
    const disproofs = statements.flatMap(({ options }) => options.flatMap(({ whyNot }) => whyNot ?? []));
    expect(disproofs, "a quiz of twelve holds statements").not.toEqual([]);
    // A document holds its own payload; in the other ways what is planted is looked for, below.
    const { hits, seen } = await crawl(ada.request, [...everywhere, ...about], [...proofs, ...disproofs], {
      except,
      by: ["html"],
    });
    expect(hits).toEqual([]);
    for (const place of ["facts", "entities"])
      expect(seen.filter((line) => line.startsWith(`html 200 /packs/${pack}/${place}/`)).length).toBeGreaterThan(99);
    const byOthers = await crawl(
      bob.request,
      real.flatMap(({ facts }) => facts.map(factPage)),
      proofs,
      { follow: false },
    );
    expect(byOthers.hits, "who takes no quiz may read").not.toEqual([]);
    for (const path of real.flatMap(({ facts }) => facts.map(factPage)))
      expect(
        seen.filter((line) => line.endsWith(` ${path}`)),
        "no page leads to what is put away",
      ).toEqual([]);
    expect(await askedInStudy(ada.request, real)).toEqual([]);
    const api = everywhere.filter((path) => path.startsWith("/api/"));
    expect((await crawl(bob.request, api, proofs)).hits, "who takes no quiz may study").not.toEqual([]);
  });

  const hashes = await replaceQuestions(
    id,
    real.map((question) => planted(question, word)),
  );
  // Neither what was planted nor the names under which the questions are stored: with one of these a guess could be tried.
  const secrets = [word, ...hashes];

  await test.step("while it is open, the student finds nothing before, while and after taking it", async () => {
    const heard = listen(ada);
    const before = await crawl(ada.request, about, secrets, { follow: false });
    expect(before.hits).toEqual([]);
    expect((await crawl(ada.request, others, secrets, inside)).hits).toEqual([]);
    await ada.goto(quizPath);
    const attempt = await startQuiz(ada);
    await answerAll(ada, real.length);
    expect(find(await postAll(ada, id, attempt, hashes), secrets, "answers to posts")).toEqual([]);

    const during = await crawl(ada.request, [...everywhere, ...about], secrets, brief);
    expect(during.hits).toEqual([]);
    for (const way of ["html", "rsc", "prefetch", "tree"])
      expect(during.seen, `${way} of the quiz`).toContain(`${way} 200 ${quizPath}`);
    expect(during.seen).toContain(`html 404 ${draftPath}`);
    expect(during.seen).toContain(`file 404 ${draftPath}/results.csv`);
    for (const path of takenAway(draftPath).slice(1)) expect(during.seen).toContain(`file 404 ${path}`);
    expect(during.seen).toContain(`html 404 ${draftPath}/print`);
    for (const what of ["html 200 /quizzes/new/print?", "file 200 /quizzes/new/take-away/moodle.xml?"])
      expect(
        during.seen.some((line) => line.startsWith(what)),
        what,
      ).toBe(true);
    expect(during.seen.filter((line) => line.startsWith("file 200 /_next/static/")).length).toBeGreaterThan(10);

    for (const path of ["/", `/study?pack=${pack}`, `/packs/${pack}`, "/progress", quizPath]) await ada.goto(path);
    await ada.getByRole("button", { name: "Hand in" }).first().click();
    await ada.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
    await expect(ada.getByText("Handed in.")).toBeVisible();
    expect((await crawl(ada.request, about, secrets, { follow: false })).hits).toEqual([]);
    expect(find(await keptInBrowser(ada), secrets, "the browser's own stores")).toEqual([]);
    expect(find(await heard(), secrets, "what the browser received")).toEqual([]);
  });

  await test.step("neither does a stranger, nor who teaches another class", async () => {
    for (const request of [stranger, bob.request]) {
      expect((await crawl(request, [...about, "/", "/classes"], secrets, brief)).hits).toEqual([]);
      expect((await crawl(request, others, secrets, inside)).hits).toEqual([]);
    }
  });

  await test.step("a server that prints it with the stem is caught", async () => {
    // What is planted in some kinds makes them more than a file can carry; in a choice it does not. GIFT leaves an order out.
    const plain = real.find(({ kind }) => kind === "choice") ?? real[0];
    await replaceQuestions(id, [leaking(planted(plain as Question, word), word)]);
    for (const path of [draftPath, `${draftPath}/corrections`, ...takenAway(draftPath).slice(0, 2)]) {
      const leak = await crawl(grace.request, [path], [`${word}-leak`], { follow: false });
      expect(leak.hits.length, path).toBeGreaterThan(0);
    }
    const late = await newcomer(browser, watcher);
    await joinByLink(late, code, "Late");
    await late.goto(quizPath);
    await startQuiz(late);
    const { hits } = await crawl(late.request, [quizPath], [word], { follow: false });
    expect(hits.map(({ where }) => where.split(" ")[0])).toEqual(expect.arrayContaining(["html", "rsc"]));
    await replaceQuestions(id, [planted(real[0] as Question, word)]);
    await late.context().close();
  });

  await test.step("after the close the student finds it, and still nobody else", async () => {
    await grace.goto(draftPath);
    await closeNow(grace);
    await ada.goto(quizPath);
    await expect(ada.getByText("12 points")).toBeVisible({ timeout: 20_000 });
    const parts = ["why", "whynot", "locator"].map((part) => `${word}-${part}`);
    const { hits } = await crawl(ada.request, [quizPath], parts, { follow: false });
    expect(new Set(hits.map(({ needle }) => needle))).toEqual(new Set(parts));
    expect(hits.map(({ where }) => where.split(" ")[0])).toEqual(expect.arrayContaining(["html", "rsc"]));
    for (const request of [stranger, bob.request])
      expect((await crawl(request, [...about, "/", "/classes"], secrets, brief)).hits).toEqual([]);
    expect(await askedInStudy(ada.request, real), "asked in self-study again").not.toEqual([]);
  });
});

/** The id under which a member of a class is known. */
function memberNamed(classPath: string, name: string): Promise<string> {
  const sql = "select user_id from member where class_id = $1 and name = $2";
  return asOwner(async (client) => {
    const { rows } = await client.query<{ user_id: string }>(sql, [classPath.split("/").at(-1), name]);
    return rows[0]!.user_id;
  });
}

test("the crawl and the look into the browser's stores find what leaks", async ({ page, playwright }) => {
  const word = `KEYCANARY-${randomUUID()}`;
  const bodies: Record<string, string> = {
    "/": `<a href="/one">one</a><script src="/_next/static/chunks/a.js"></script>`,
    "/one": `<a href='/two?x=1&amp;y=2'>two</a>`,
    "/one?_rsc=1": `0:["$","a",null,{"href":"/three","hidden":"${word} “quoted”"}]`,
    "/two?x=1&y=2": "nothing here",
    "/three": `${word.replaceAll("-", "\\u002d")}`,
    "/_next/static/chunks/a.js": `load("static/chunks/b.js")`,
    "/_next/static/chunks/b.js": `const key = "${word}"`,
  };
  const server = createServer((asked, answer) => answer.end(bodies[asked.url ?? ""] ?? "")).listen(0, "127.0.0.1");
  try {
    await new Promise((ready) => server.once("listening", ready));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const request = await playwright.request.newContext({ baseURL: origin });
    const found = await crawl(request, ["/"], [word, `${word} “quoted”`]);
    const places = new Set(found.hits.map(({ needle, where }) => `${where}${needle === word ? "" : " quoted"}`));
    expect(places).toEqual(
      new Set([
        ...["rsc", "prefetch", "tree", "full"].flatMap((way) => [`${way} 200 /one`, `${way} 200 /one quoted`]),
        "html 200 /three",
        "file 200 /_next/static/chunks/b.js",
      ]),
    );
  } finally {
    server.close();
  }
  await page.goto("/about");
  expect(find(await keptInBrowser(page), [word], "stores")).toEqual([]);
  for (const where of ["local", "session", "database", "cache"] as const) {
    await page.evaluate(keep, { where, word: `${word}-${where}` });
    expect(find(await keptInBrowser(page), [`${word}-${where}`], where), where).toHaveLength(1);
  }
});

/** Puts a word into one of the browser's stores. */
async function keep({
  where,
  word,
}: {
  where: "local" | "session" | "database" | "cache";
  word: string;
}): Promise<void> {
  if (where === "local") localStorage.setItem("key", word);
  if (where === "session") sessionStorage.setItem("key", word);
  if (where === "cache") await (await caches.open("planted")).put("/planted", new Response(word));
  if (where !== "database") return;
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open("planted", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("things").put({ deep: [word] }, 1);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
