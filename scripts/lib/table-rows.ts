/** Reads a table that a spreadsheet has written. */
import { parse } from "csv-parse/sync";

/** The rows of comma-separated values, quoted as spreadsheets do; semicolons and tabs separate where the header has no comma. An error names the file. */
export function rowsIn(text: string, file: string): string[][] {
  const header = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [",", "\t", ";"].find((sign) => header.includes(sign)) ?? ",";
  try {
    return parse(text, { delimiter, bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
