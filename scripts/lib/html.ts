/** HTML as text in which everything that is put in is escaped, unless it is HTML itself. */

/** A piece of HTML. */
export type Html = { readonly html: string };

type Part = Html | string | number | readonly Part[];

/** A template whose values are escaped. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.reduce((done, text, index) => done + written(parts[index - 1] ?? "") + text) };
}

function written(part: Part): string {
  if (typeof part === "object") return "html" in part ? part.html : part.map(written).join("");
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
