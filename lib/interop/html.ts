/** Text as HTML for systems that show HTML: everything that it says is shown, nothing of it is done. */
import type { Cited } from "./item.ts";

/** A text with the signs of HTML as entities. */
export function html(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!).replace(/\r\n?|\n/g, "<br>");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** One paragraph. */
export const paragraph = (text: string): string => `<p>${html(text)}</p>`;

/** What is said, and below it where it is written: the name of the document, the places, its date. */
export function citedHtml({ text, sources }: Cited): string {
  return [paragraph(text), ...sources.map((source) => `<p><small>${html(source)}</small></p>`)].join("");
}
