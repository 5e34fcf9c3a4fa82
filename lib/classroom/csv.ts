/** Tables as CSV (RFC 4180) that no spreadsheet takes for a formula. */

export type Cell = string | number | null;

/** Rows as CSV with CRLF; every text is quoted, numbers are written as numbers, null is an empty cell. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

/** A table with its head; of a sample class each row says first that it is simulated. */
export function told(rows: readonly (readonly Cell[])[], simulated: boolean): readonly (readonly Cell[])[] {
  return simulated ? rows.map((row, index) => [index === 0 ? "Simulated" : "simulated", ...row]) : rows;
}

/** The name of a file; of a sample class it says so. */
export const exportName = (name: string, simulated: boolean): string => (simulated ? `simulated-${name}` : name);

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return `"${harmless(cell).replace(/"/g, '""')}"`;
}

/**
 * A text that spreadsheets leave alone: a quote mark goes before a first character (behind any blanks) that starts a formula.
 * Full-width signs count: some programs fold them.
 */
function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: tab, return and NUL at the start are what must be caught
  return /^[\s\u0000]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n\u0000]/.test(text) ? `'${text}` : text;
}
