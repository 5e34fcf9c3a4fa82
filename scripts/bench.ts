/**
 * `npm run bench [-- write engine blocks javascript flood herd signin races remark] [--large]`: the figures of design.md 6, one file each under scripts/bench/.
 * Ratios of one run count, not times: nothing here is a test. Everything is measured unless figures are named;
 * `--large` counts blocks at 1,000,000 reviews instead of 100,000, and makes 5,000 edits instead of 1,000.
 */

import { spawnSync } from "node:child_process";
import { startCluster } from "./bench/cluster.ts";
import { isBuilt } from "./lib/build.ts";
import { ensureClient } from "./lib/client.ts";
import { inProject } from "./lib/project.ts";

process.chdir(inProject());
ensureClient();
const port = 3999;
process.env.APP_ORIGIN = `http://127.0.0.1:${port}`;
const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isLarge = process.argv.includes("--large");
const say = (line = "") => console.log(line);
const round = (value: number, digits = 2) => value.toFixed(digits);

const figures: Readonly<Record<string, () => Promise<void>>> = {
  engine,
  write: () => withDatabase(write),
  blocks: () => withDatabase(blocks),
  javascript: () => withDatabase(javascript),
  flood: () => withDatabase(flood),
  herd: () => withDatabase(herd),
  signin: () => withDatabase(signin),
  races: () => withDatabase(races),
  remark: () => withDatabase(remark),
};
const unknown = named.filter((figure) => !(figure in figures));
if (unknown.length > 0)
  throw new Error(`No figure is called ${unknown.join(", ")}: ${Object.keys(figures).join(" ")}.`);
if (named.length === 1) await figures[named[0]!]!();
// Each in a process of its own: what a process has stored in one database it does not store in the next.
else for (const figure of Object.keys(figures)) if (named.length === 0 || named.includes(figure)) measureApart(figure);

function measureApart(figure: string): void {
  const flags = process.argv.slice(2).filter((word) => word.startsWith("--"));
  const { status } = spawnSync(process.execPath, [...process.execArgv, process.argv[1]!, figure, ...flags], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}

async function engine(): Promise<void> {
  const { measureEngine } = await import("./bench/engine.ts");
  say("Question engine: milliseconds per fact (index and cards) and per question (below 1)");
  let small = Number.NaN;
  for (const { shape, facts, perFactMs, perQuestionMs } of measureEngine([1_000, 10_000, 100_000])) {
    if (facts <= 1_000) small = perFactMs;
    const ratio = facts <= 1_000 ? "" : `  per fact × ${round(perFactMs / small)} (at most 2)`;
    say(
      `  ${shape.padEnd(12)} ${String(facts).padStart(6)} facts  ${round(perFactMs, 3)}  ${round(perQuestionMs, 3)}${ratio}`,
    );
  }
  say();
}

async function write({ app }: { app: string }): Promise<void> {
  const { measureWritePath } = await import("./bench/write-path.ts");
  say("Review write path: reviews acknowledged per second in batches of 20, beside pgbench's transactions per second");
  if (!isBuilt()) say("  over HTTP it is not measured: there is no production build (npm run build)");
  const { yardstick, withoutHttp, overHttp } = await measureWritePath(app, {
    port: isBuilt() ? port : null,
    rounds: 5,
  });
  say(`  pgbench -M prepared -c 8   ${yardstick === null ? "not found on this machine" : round(yardstick, 0)}`);
  const beside = (ratio: number | null) => (ratio === null ? "" : `  × ${round(ratio)}`);
  say(`  without HTTP               ${round(withoutHttp.perSecond, 0)}${beside(withoutHttp.ratio)}`);
  if (overHttp)
    say(
      `  over HTTP, all of it       ${round(overHttp.perSecond, 0)}${beside(overHttp.ratio)} (at least 1, aim 1.5)  p50 ${round(overHttp.p50, 0)} ms, p99 ${round(overHttp.p99, 0)} ms`,
    );
  say();
}

async function blocks({ admin }: { admin: string }): Promise<void> {
  const { measureBlocks } = await import("./bench/blocks.ts");
  const { makeLearners } = await import("./bench/learners.ts");
  await makeLearners(1_000);
  say("Blocks touched by a learner of 300 cards: due queue (bundle), Today, progress page");
  let small: readonly number[] = [];
  for (const { reviews, whose, ...pages } of await measureBlocks(admin, isLarge ? 1_000_000 : 100_000)) {
    const counts = [pages.bundle, pages.today, pages.progress];
    const ratios =
      small.length === 0
        ? ""
        : `  × ${counts.map((count, i) => round(count / small[i]!)).join(" · ")} ${whose === "everybody's" ? "(one learner's cards lie between all others')" : "(at most 1.3)"}`;
    if (small.length === 0) small = counts;
    say(`  ${String(reviews).padStart(9)} reviews, ${whose.padEnd(13)}  ${counts.join(" · ")}${ratios}`);
  }
  say();
}

async function javascript({ admin }: { admin: string }): Promise<void> {
  say("JavaScript per page, kB as it travels; beside a bare page of the same Next and React");
  if (!isBuilt()) return say("  not measured: there is no production build (npm run build)\n");
  const { publishPacks } = await import("../lib/server/publish.ts");
  const { measureJavaScript } = await import("./bench/javascript.ts");
  const { serveApp } = await import("./bench/http-load.ts");
  const pack = "nato-mission-iraq";
  await publishPacks(admin);
  const served = await serveApp(port);
  try {
    const pages = [`/study?pack=${pack}`, "/", "/packs", `/packs/${pack}`, "/progress", "/about", "/sign-in"];
    const figures = await measureJavaScript(`http://127.0.0.1:${port}`, pages, port - 1);
    for (const { page, kilobytes, overBare, aheadOverBare } of figures) {
      const most = page.startsWith("/study")
        ? " (at most + 45)"
        : page === "(bare)" || page === "/"
          ? ""
          : " (at most + 8)";
      const ahead = aheadOverBare > overBare ? `; + ${round(aheadOverBare, 1)} with what is fetched ahead` : "";
      say(
        `  ${page.padEnd(32)} ${round(kilobytes, 1).padStart(6)}${overBare === 0 ? "" : `  + ${round(overBare, 1)}${most}${ahead}`}`,
      );
    }
  } finally {
    await served.stop();
  }
  say();
}

async function flood(): Promise<void> {
  say("A flood of wrong passwords, 300 at once: milliseconds until /healthz answers, 95 of 100");
  if (!isBuilt()) return say("  not measured: there is no production build (npm run build)\n");
  const { measureLoginFlood } = await import("./bench/login-flood.ts");
  const { tried, sentAway, broken, calmP95, floodP95, lastMs } = await measureLoginFlood(port);
  say(`  calm ${round(calmP95, 0)}, during it ${round(floodP95, 0)} (at most 300)`);
  say(
    `  ${tried} were tried, ${sentAway} told to come back, ${broken} cut off; the last was answered after ${round(lastMs / 1_000, 1)} s`,
  );
  say();
}

async function herd(): Promise<void> {
  say("A class of 500 takes a quiz: milliseconds from sending to the answer");
  if (!isBuilt()) return say("  not measured: there is no production build (npm run build)\n");
  const { measureHerd } = await import("./bench/quiz-herd.ts");
  const { stages, attempts, handedIn } = await measureHerd(port, 500);
  for (const { name, sent, refused, p50, p99 } of stages)
    say(`  ${name.padEnd(38)} ${sent} sent, ${refused} refused  p50 ${round(p50, 0)}, p99 ${round(p99, 0)}`);
  say(`  attempts made ${attempts} (500), handed in ${handedIn} (500), each once; p99 of a start below 3000`);
  say();
}

async function signin(): Promise<void> {
  say("500 people behind one address sign in within a second");
  if (!isBuilt()) return say("  not measured: there is no production build (npm run build)\n");
  const { measureSignIns } = await import("./bench/sign-ins.ts");
  const { sent, signedIn, lastMs, otherP95, wrong } = await measureSignIns(port, 500);
  say(`  ${signedIn} of ${sent} are in, the last after ${round(lastMs / 1_000, 1)} s (at most 30)`);
  say(`  somebody else's page meanwhile, 95 of 100: ${round(otherP95, 0)} ms (at most 500)`);
  say(`  control: of ${wrong.sent} wrong passwords from that address ${wrong.refused} were told to wait (at least 20)`);
  say();
}

async function races(): Promise<void> {
  const { measureDeadline, measureEdits, measureRegrade } = await import("./bench/races.ts");
  const { makeLearners, plainQuestions } = await import("./bench/learners.ts");
  const { storeQuestions } = await import("../lib/server/questions.ts");
  await makeLearners(402);
  const hashes = await storeQuestions(plainQuestions(12));
  const edits = await measureEdits(hashes, isLarge ? 5_000 : 1_000);
  say("Eight editors of one quiz, student, accommodation and score");
  say(
    `  ${edits.sent} edits, ${edits.accepted} accepted, ${edits.lost} lost (0), ${edits.noted} noted (as many as accepted)`,
  );
  say(`  control, without the version: ${edits.controlLost} of 160 lost`);
  const late = await measureDeadline(hashes, 400, 5);
  say("Everybody hands in twice at once, within 250 ms of the close");
  say(
    `  ${late.learners} learners, ${late.onTime} on time: ${late.onTimeRefused} of them refused (0), ${late.lateAccepted} late ones accepted (0), ${late.twice} twice (0)`,
  );
  say(
    `  control: checked, then written ${late.control.twice} twice; by the database's clock ${late.control.onTimeRefused} on time refused`,
  );
  say(`  500 starts of one student at once: ${late.started} attempt (1)`);
  const regrade = await measureRegrade(hashes, 400);
  say("A question is corrected while a class hands in");
  say(
    `  ${regrade.submits} handed in, ${regrade.corrections} corrections (${regrade.told} told to look again): ${regrade.wrongScores} wrong scores (0); the same again: ${regrade.again}`,
  );
  say(`  control, one score changed by hand: ${regrade.controlWrong} found (1)`);
  say();
}

async function remark({ admin }: { admin: string }): Promise<void> {
  const { publishPacks } = await import("../lib/server/publish.ts");
  const { makeLearners } = await import("./bench/learners.ts");
  const { measureDryRun } = await import("./bench/dry-run.ts");
  await publishPacks(admin);
  await makeLearners(501);
  const { answers, questions, gradebookMs, runMs, applyMs, moved } = await measureDryRun("nato-mission-iraq", 500);
  say("A correction is run dry in a class of 500, 12 questions in a variant for each: beside reading its gradebook");
  say(`  ${answers} answers to ${questions} questions, ${moved} marks move; gradebook ${round(gradebookMs, 0)} ms`);
  say(
    `  dry run × ${round(runMs / gradebookMs)} (${round(runMs, 0)} ms, at most 2000), applied × ${round(applyMs / gradebookMs)}`,
  );
  say();
}

async function withDatabase(measure: (urls: { app: string; admin: string }) => Promise<void>): Promise<void> {
  const cluster = await startCluster();
  try {
    await measure(cluster);
    const { db } = await import("../lib/server/db.ts");
    await db().pool.end();
  } finally {
    await cluster.stop();
  }
}
