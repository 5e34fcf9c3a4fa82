/** What keeps a file from being read as YAML, in the words of somebody who writes packs and knows no YAML. */

/** A fault of spelling: where it stands, and how it is mended. */
export type SyntaxFault = { readonly offset: number; readonly message: string };

/**
 * The faults that the parser met (offset and message of each, in their order) without those that only follow from an earlier one:
 * after the first fault of a line the rest of that line, and what the parser could no longer place, are its echo.
 */
export function syntaxFaults(
  text: string,
  errors: readonly { readonly offset: number; readonly message: string }[],
): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const seen = new Set<number>();
  for (const { offset, message } of errors) {
    const start = text.lastIndexOf("\n", offset - 1) + 1;
    if (seen.has(start) || (faults.length > 0 && message.includes("in YAML stream"))) continue;
    seen.add(start);
    const end = text.indexOf("\n", offset);
    faults.push(faultOfLine(text.slice(start, end < 0 ? undefined : end), start) ?? { offset, message: said(message) });
  }
  return faults;
}

/** The slips that authors make, told by the line on which the parser stopped. */
function faultOfLine(line: string, start: number): SyntaxFault | null {
  const lead = /^[ \t]*/.exec(line)![0];
  if (lead.includes("\t"))
    return { offset: start + lead.indexOf("\t"), message: "A tab is not allowed here, use blanks." };
  // Only the rest of a line can be a sentence; within braces a slot cannot be told from a map.
  const given = /^[\s-]*[\w.-]+:\s+(.*\S)\s*$/.exec(line);
  if (!given || /^["'|>[]/.test(given[1]!)) return null;
  const value = given[1]!;
  const offset = start + line.indexOf(value, line.indexOf(":"));
  if (/^\{[\w.:|]+\}./.test(value))
    return { offset, message: `A sentence that begins with { goes in quotes: "${begun(value)}".` };
  if (!value.startsWith("{") && /:(?:\s|$)/.test(value))
    return { offset, message: `A text that holds a colon goes in quotes: "${begun(value)}".` };
  return null;
}

function begun(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39).trimEnd()}…` : value;
}

function said(message: string): string {
  const hint = /flow/i.test(message)
    ? " Is a comma, a quote or a closing bracket missing here or on the line before?"
    : "";
  return `Not readable as YAML: ${message}.${hint}`;
}
