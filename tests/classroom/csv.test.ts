import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv } from "@/lib/classroom/csv.ts";

/** A reader of RFC 4180, written without a look at the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ",") {
      rows.at(-1)!.push(cell);
      cell = "";
    } else if (!quoted && c === "\r" && text[i + 1] === "\n") {
      rows.at(-1)!.push(cell);
      cell = "";
      rows.push([]);
      i++;
    } else cell += c;
  }
  rows.pop();
  return rows;
}

describe("CSV", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1+1", "\u0000=1", "\r=1"])(
    "%j is no formula",
    (text) => {
      expect(readCsv(toCsv([[text]]))[0]![0]!.startsWith("'")).toBe(true);
    },
  );

  test("numbers are written as numbers, nothing as nothing", () => {
    expect(toCsv([["Ada", 1.5, -2, null]])).toBe('"Ada",1.5,-2,\r\n');
  });

  test("every text comes back as it was, but for the mark that makes it harmless", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (rows) => {
          const back = readCsv(toCsv(rows));
          expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
          // One look at all of them: thousands of expectations take seconds.
          const cells = rows.flatMap((row, r) => row.map((text, c) => ({ text, cell: back[r]![c]! })));
          expect(cells.filter(({ text, cell }) => cell !== text && cell !== `'${text}`)).toEqual([]);
          const isFormula = (cell: string) => /^[=+\-@＝＋－＠]/.test(cell.replaceAll("\0", "").trimStart());
          expect(cells.filter(({ cell }) => isFormula(cell))).toEqual([]);
        },
      ),
    );
  });
});
