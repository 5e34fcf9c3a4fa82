/** Which columns of a table say who held what, and from when to when; the first column is what all the others speak of. */
import type { TableProblem } from "../from-table.ts";
import { dateOf, namesIn, quantityOf, splitUnit } from "./cells.ts";
import { type SpanColumns, spanColumns } from "./spans.ts";
import { isOffice, isUnnamed, meansPeople, roleIn } from "./words.ts";

/** The two columns of who held what, as indices: one of them is the first column. */
export type HeldColumns = { readonly holder: number; readonly held: number };

/** Where the ends of a span stand and who held what; `fault` where that cannot be told. */
export type Layout = {
  readonly ends: SpanColumns | null;
  readonly pair: HeldColumns | null;
  readonly fault: TableProblem | null;
};

type Rows = readonly (readonly string[])[];

/** The layout of a table by its headers, and by the names under them where two headers mean people. */
export function layoutOf(headers: readonly string[], body: Rows): Layout {
  const ends = spanColumns(headers, body, dateOf);
  if (ends === null) return { ends, pair: null, fault: null };
  const refused = (message: string): Layout => ({
    ends,
    pair: null,
    fault: { row: 1, column: ends.from + 1, message },
  });
  const isPerson = (index: number) => {
    const { noun } = splitUnit(headers[index]!);
    return isUnnamed(noun) || meansPeople(noun, []);
  };
  const places = placesBeside(headers, body, ends);
  const one = places.filter((index) => body.every((row) => namesIn(row[index] ?? "").length < 2));
  const people = places.filter(isPerson);
  const isFirstPerson = isPerson(0);
  const beside = isFirstPerson ? one[0] : isBeside(people[0], ends) ? people[0] : (people[0] ?? one[0]);
  if (beside === undefined) return { ends, pair: null, fault: null };
  if (!isFirstPerson && people.length > 1 && !isBeside(beside, ends)) {
    const names = people
      .toSorted((a, b) => a - b)
      .map((index) => headers[index])
      .join(" and ");
    return refused(
      `Columns ${names}: it cannot be told whose ${endsOf(headers, ends)} these are; write the two beside that column, and the other in a table of its own.`,
    );
  }
  const noun = splitUnit(headers[beside]!).noun;
  if (isOffice(noun) || roleIn(noun) !== null) return { ends, pair: { holder: 0, held: beside }, fault: null };
  const back: Layout = { ends, pair: { holder: beside, held: 0 }, fault: null };
  if (!isFirstPerson) return back;
  if (!isPerson(beside)) return { ends, pair: { holder: 0, held: beside }, fault: null };
  // A column called "name" may name anything; another header may end as a word for people does, which its names tell.
  if (isUnnamed(splitUnit(headers[0]!).noun) || isOffice(splitUnit(headers[0]!).noun)) return back;
  const areNamed = [0, beside].map((index) =>
    meansPeople(
      splitUnit(headers[index]!).noun,
      body.flatMap((row) => namesIn(row[index] ?? "")),
    ),
  );
  if (areNamed[0] !== areNamed[1]) return areNamed[1] ? back : { ends, pair: { holder: 0, held: beside }, fault: null };
  return refused(
    `Columns ${headers[0]} and ${headers[beside]}: both name people, and it cannot be told what was held; name the place or the office in a column beside ${endsOf(headers, ends)}.`,
  );
}

function endsOf(headers: readonly string[], { from, to }: SpanColumns): string {
  return `${headers[from]} and ${headers[to]}`;
}

function isBeside(index: number | undefined, { from, to }: SpanColumns): boolean {
  return index === from - 1 || index === to + 1;
}

/** The columns of names behind the first, the nearest before the beginning first, then those behind it. */
function placesBeside(headers: readonly string[], body: Rows, { from, to }: SpanColumns): number[] {
  const places = headers.flatMap((_, index) => {
    const texts = body.map((row) => row[index] ?? "").filter((text) => text !== "");
    const isOfNames = texts.some((text) => dateOf(text) === null) && texts.some((text) => quantityOf(text) === null);
    return index > 0 && index !== from && index !== to && isOfNames ? [index] : [];
  });
  return [...places.filter((index) => index < from).reverse(), ...places.filter((index) => index > from)];
}
