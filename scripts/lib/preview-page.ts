/** The page of `pack preview`: problems, timeline, and every fact with its questions and what is not asked of it, and why. */
import type { Fact, Problem } from "../../lib/facts/fact.ts";
import type { Facts } from "../../lib/facts/facts.ts";
import { claimsBeside } from "../../lib/facts/rivals.ts";
import { piecesOf, timelineOf } from "../../lib/progress/timeline.ts";
import { questionsOf, refusalsOf } from "../../lib/questions/bank.ts";
import type { Question, Refusal } from "../../lib/questions/question.ts";
import { receiptsOf } from "../../lib/questions/receipt.ts";
import { whenInShort } from "../../lib/questions/validity.ts";
import { factSentence } from "../../lib/questions/wording.ts";
import { type Html, html } from "./html.ts";
import { questionCards } from "./preview-questions.ts";
import { script, style } from "./preview-style.ts";

/** What the page shows; without facts (a pack with errors) only the problems. */
export type Preview = {
  readonly folder: string;
  readonly facts: Facts | null;
  readonly problems: readonly Problem[];
  readonly seed: string;
  /** Changes with the files; the open page asks for it and loads itself anew. */
  readonly version: string;
};

/** The whole page as HTML. */
export function previewPage({ folder, facts, problems, seed, version }: Preview): string {
  const title = facts?.pack.title ?? folder;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · preview</title><style>${{ html: style }}</style></head>
<body data-version="${version}"><main>
<header><h1>${title}</h1><p>${folder} · draw ${seed} (<a href="?seed=${Number(seed) + 1 || 2}">another draw</a>) · this page follows the files</p></header>
${problemsOf(problems)}
${facts ? body(facts, seed) : ""}
</main><script>${{ html: script }}</script></body></html>`;
  return page.html;
}

function problemsOf(problems: readonly Problem[]): Html {
  if (problems.length === 0) return html`<p class="good">The check finds no problem.</p>`;
  const lines = problems.map(
    ({ severity, file, line, column, code, message }) =>
      html`<li class="${severity}"><code>${file}:${line}:${column}</code> ${severity} <b>${code}</b>: ${message}</li>`,
  );
  return html`<section><h2>${counted(problems.length, "problem")}</h2><ul>${lines}</ul></section>`;
}

function body(facts: Facts, seed: string): Html {
  const { pack } = facts;
  const questions = [...questionsOf(facts, { seed })];
  const refusals = [...refusalsOf(facts, seed)];
  const own = Map.groupBy(questions, ({ card }) => card?.fact ?? "");
  const refused = Map.groupBy(refusals, ({ facts: of }) => (of.length === 1 ? of[0]! : ""));
  const [sets, setsRefused] = [own.get("") ?? [], refused.get("") ?? []];
  const topics = pack.topics.map(({ key, title }) => {
    const of = pack.facts.filter(({ topic }) => topic === key);
    const cards = of.map((fact) => factCard(facts, fact, own.get(fact.key) ?? [], refused.get(fact.key) ?? []));
    return html`<section id="${key}"><h2>${title} <small>${counted(of.length, "fact")}</small></h2>${cards}</section>`;
  });
  const links = pack.topics.map(({ key, title }) => html`<a href="#${key}">${title}</a> `);
  return html`<p class="counts">${counted(pack.facts.length, "fact")}, ${counted(questions.length, "question")}, ${counted(refusals.length, "refusal")}.</p>
<nav aria-label="Topics">${links}<a href="#sets">About several facts</a></nav>
${timeline(facts)}${topics}
<section id="sets"><h2>About several facts</h2>${details("sets-asked", counted(sets.length, "question"), questionCards(sets))}
${notAsked("sets-refused", setsRefused)}</section>`;
}

function factCard(facts: Facts, fact: Fact, questions: readonly Question[], refusals: readonly Refusal[]): Html {
  const receipts = receiptsOf(facts, [fact.key]).map(({ cite, locator }) => html`<li>${cite}: ${locator}</li>`);
  const beside = claimsBeside(facts, fact).map(
    ({ how, fact: { key } }) => html`<li>${besides[how]} <a href="#fact-${key}"><code>${key}</code></a></li>`,
  );
  const when = whenInShort(fact);
  return html`<article id="fact-${fact.key}"><h3>${factSentence(facts, fact) ?? "The relation has no frame that says this fact."}</h3>
<p class="key"><code>${fact.key}</code>${when ? html` · ${when}` : ""}</p><ul class="cite">${receipts}${beside}</ul>
${questions.length > 0 ? details(`asked-${fact.key}`, counted(questions.length, "question"), questionCards(questions)) : html`<p class="error">No question.</p>`}
${notAsked(`refused-${fact.key}`, refusals)}</article>`;
}

/** How another claim stands to a fact. */
const besides = { before: "it was before:", after: "it was after:", otherwise: "said otherwise:" } as const;

/** What is not asked, each reason once with how often it occurs. */
function notAsked(key: string, refusals: readonly Refusal[]): Html {
  if (refusals.length === 0) return html``;
  const groups = [...Map.groupBy(refusals, ({ form, reason, detail }) => `${form} ${reason} ${detail}`).values()];
  const lines = groups.map((group) => {
    const { form, reason, detail, facts } = group[0]!;
    const of = facts.length > 1 ? html` <small>(${facts.join(", ")})</small>` : "";
    const times = group.length > 1 ? ` (${group.length} times)` : "";
    return html`<li>${form} <b>${reason}</b>: ${detail}${times}${of}</li>`;
  });
  return details(key, `${refusals.length} not asked`, html`<ul>${lines}</ul>`);
}

function details(key: string, summary: string, content: Html | readonly Html[]): Html {
  return html`<details id="${key}"><summary>${summary}</summary>${content}</details>`;
}

function timeline(facts: Facts): Html {
  const groups = timelineOf(facts.pack);
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return html``;
  const { place, ticks, breaks } = piecesOf(rows);
  // A year at the right end is written to its left; where years are left out the line is broken.
  const years = ticks.map(
    ({ year, at }) => html`<b style="${at > 85 ? `right:${100 - at}%` : `left:${at}%`}">${year}</b>`,
  );
  const gaps = breaks.map((at) => html`<em style="left:${at}%">⁄⁄</em>`);
  const lists = groups.map(({ title, rows: of }) => {
    const drawn = of.map(({ fact, label, when, from, to, point, open }) => {
      const start = place(from);
      const width = point ? 0.6 : Math.max(place(to) - start, 0.6);
      return html`<li><a href="#fact-${fact}">${label} <small>${when}</small></a><span class="line"><i class="${point ? "point" : open ? "open" : ""}" style="left:${start}%;width:${width}%"></i></span></li>`;
    });
    return html`${groups.length > 1 ? html`<h3>${title}</h3>` : ""}<ul>${drawn}</ul>`;
  });
  return html`<details open class="timeline" id="timeline"><summary>Timeline</summary>
<ul aria-hidden="true"><li class="years"><span></span><span class="line">${years}${gaps}</span></li></ul>${lists}</details>`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
