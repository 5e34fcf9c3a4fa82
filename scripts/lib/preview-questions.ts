/** The questions of a fact on the preview's page: one card for each stem, with all the kinds in which it is put. */
import type { Question } from "../../lib/questions/question.ts";
import { type Html, html } from "./html.ts";

/** The cards, in the order in which the stems come. */
export function questionCards(questions: readonly Question[]): Html[] {
  return [...Map.groupBy(questions, ({ form, stem }) => `${form} ${stem}`).values()].map(card);
}

function card(group: readonly Question[]): Html {
  const [{ form, stem }] = group as [Question, ...Question[]];
  const kinds = group.map(({ kind }) => html`<li>${kind}</li>`);
  const cue = group.find((question) => question.cue)?.cue;
  const said = new Map(group.map(({ answer, why }) => [`${answer} ${why}`, { answer, why }]));
  const whys = [...said.values()].map(({ answer, why }) => html`<p class="why"><b>${answer}</b> · ${why}</p>`);
  return html`<div class="question"><p class="stem">${stem}${cue ? html` <small>(${cue.text})</small>` : ""}</p>
<ul class="kinds"><li>${form}</li>${kinds}</ul>${group.map(options)}${whys}</div>`;
}

/** What is offered; the order of an order and the pairs of a match are its answer, and true or false need no list. */
function options({ kind, options: offered, prompts }: Question): Html {
  if (kind === "order" || kind === "true-false" || offered.length === 0) return html``;
  const lines = offered.map(({ text, right, when, whyNot }) => {
    const isKey = right && kind !== "match";
    const beside = [when, whyNot].filter(Boolean).join(" · ");
    return html`<li class="${isKey ? "right" : ""}">${isKey ? "✓ " : ""}${text}${beside ? html` <small>${beside}</small>` : ""}</li>`;
  });
  const left = (prompts ?? []).map(({ text }) => html`<li>${text} → …</li>`);
  return html`${left.length > 0 ? html`<ul>${left}</ul>` : ""}<ul>${lines}</ul>`;
}
