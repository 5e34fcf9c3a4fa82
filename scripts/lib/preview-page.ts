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
<header><h1>${title}</h1><p>${folder} · seed ${seed} (add ?seed=2 for other draws) · this page follows the files</p></header>
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
  return html`<section><h2>${problems.length} problems</h2><ul>${lines}</ul></section>`;
}

function body(facts: Facts, seed: string): Html {
  const { pack } = facts;
  const questions = [...questionsOf(facts, { seed })];
  const refusals = [...refusalsOf(facts, seed)];
  const own = Map.groupBy(questions, ({ card }) => card?.fact ?? "");
  const refused = Map.groupBy(refusals, (refusal) => refusal.facts[0] ?? "");
  const sets = own.get("") ?? [];
  const topics = pack.topics.map(({ key, title }) => {
    const of = pack.facts.filter(({ topic }) => topic === key);
    const cards = of.map((fact) => factCard(facts, fact, own.get(fact.key) ?? [], refused.get(fact.key) ?? []));
    return html`<section id="${key}"><h2>${title} <small>${of.length} facts</small></h2>${cards}</section>`;
  });
  const links = pack.topics.map(({ key, title }) => html`<a href="#${key}">${title}</a> `);
  return html`<p class="counts">${pack.facts.length} facts, ${questions.length} questions, ${refusals.length} refusals.
<a href="#sets">About several facts</a> ${links}</p>
${timeline(facts)}${topics}
<section id="sets"><h2>About several facts <small>${sets.length} questions</small></h2>${sets.map(questionCard)}</section>`;
}

function factCard(facts: Facts, fact: Fact, questions: readonly Question[], refusals: readonly Refusal[]): Html {
  const receipts = receiptsOf(facts, [fact.key]).map(({ cite, locator }) => html`<li>${cite}: ${locator}</li>`);
  const beside = claimsBeside(facts, fact).map(
    ({ how, fact: { key } }) => html`<li>${besides[how]} <a href="#fact-${key}"><code>${key}</code></a></li>`,
  );
  const when = whenInShort(fact);
  return html`<article id="fact-${fact.key}"><h3><code>${fact.key}</code>${when ? html` <small>${when}</small>` : ""}</h3>
<p class="sentence">${factSentence(facts, fact) ?? "The relation has no frame that says this fact."}</p><ul class="cite">${receipts}${beside}</ul>
<details><summary>${questions.length} questions</summary>${questions.map(questionCard)}</details>
<details><summary>${refusals.length} not asked</summary><ul>${refusals.map(refusalLine)}</ul></details></article>`;
}

/** How another claim stands to a fact. */
const besides = { before: "it was before:", after: "it was after:", otherwise: "said otherwise:" } as const;

function questionCard({ form, kind, stem, options, answer, why, prompts, cue }: Question): Html {
  const lines = options.map(
    ({ text, right, whyNot }) =>
      html`<li class="${right ? "right" : ""}">${right ? "✓ " : ""}${text}${whyNot ? html` <small>${whyNot}</small>` : ""}</li>`,
  );
  const left = (prompts ?? []).map(({ text }) => html`<li>${text} → …</li>`);
  return html`<div class="question"><p><small>${form} · ${kind}</small> ${stem}${cue ? html` <small>(${cue.text})</small>` : ""}</p>
${left.length > 0 ? html`<ul>${left}</ul>` : ""}${lines.length > 0 ? html`<ul>${lines}</ul>` : ""}<p class="why"><b>${answer}</b> ${why}</p></div>`;
}

function refusalLine({ form, reason, detail }: Refusal): Html {
  return html`<li>${form} <b>${reason}</b>: ${detail}</li>`;
}

function timeline(facts: Facts): Html {
  const rows = timelineOf(facts.pack).flatMap((group) => group.rows);
  if (rows.length === 0) return html``;
  const { place, ticks } = piecesOf(rows);
  const drawn = rows.map(({ fact, label, when, from, to, point, open }) => {
    const start = place(from);
    const width = point ? 0.6 : Math.max(place(to) - start, 0.6);
    return html`<li><a href="#fact-${fact}">${label} <small>${when}</small></a><span><i class="${point ? "point" : open ? "open" : ""}" style="left:${start}%;width:${width}%"></i></span></li>`;
  });
  const years = ticks.map(({ year, at }) => html`<b style="left:${at}%">${year}</b>`);
  return html`<details open class="timeline"><summary>Timeline</summary><ul><li><a></a><span>${years}</span></li>${drawn}</ul></details>`;
}

const style = `
:root{color-scheme:light dark;--paper:light-dark(#faf7f1,#171511);--ink:light-dark(#211d17,#efe9dd);--soft:light-dark(#5f584c,#b0a799);--rule:light-dark(#e4ddcf,#343027);--right:light-dark(#2c6e49,#84c49b);--wrong:light-dark(#a23c2a,#e89580);--accent:light-dark(#1d4e89,#8db4e2)}
body{background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;margin:0}
main{max-inline-size:62rem;margin:auto;padding:1.5rem}
h1,h2,.sentence{font-family:Georgia,serif;font-weight:500}small,.cite,.counts,header p{color:var(--soft)}
article,.question{border:1px solid var(--rule);border-radius:10px;padding:.75rem 1rem;margin:.75rem 0}
.sentence{font-size:1.15rem;margin:.25rem 0}ul{padding-inline-start:1.25rem;margin:.25rem 0}
a,summary{color:var(--accent)}.right,.good{color:var(--right)}.error{color:var(--wrong)}.why{margin:.25rem 0 0}
.timeline ul{list-style:none;padding:0}.timeline li{display:grid;grid-template-columns:minmax(8rem,22rem) 1fr;gap:1rem;padding-block:.15rem;min-block-size:1.4rem}
.timeline span{position:relative;border-inline-start:1px solid var(--rule)}.timeline i{position:absolute;top:.4rem;height:.6rem;background:var(--accent);border-radius:2px}
.timeline i.open{border-inline-end:3px dotted var(--paper)}.timeline span b{position:absolute;font-weight:400;font-size:.8rem;color:var(--soft)}`;

const script = `
const version = document.body.dataset.version;
setInterval(async () => {
  const now = await fetch("/version").then((answer) => answer.text(), () => version);
  if (now !== version) location.reload();
}, 1000);`;
