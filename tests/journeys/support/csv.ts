/** The rows of a CSV text as a spreadsheet reads it (RFC 4180), its byte order mark dropped. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell, end] of text.replace(/^\uFEFF/, "").matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)) {
    rows.at(-1)?.push(cell?.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : (cell ?? ""));
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}
