/** What was guessed of a table, or follows from it otherwise than its author may have meant, in sentences. */
import type { Column, Held } from "./columns.ts";
import type { People, TableEntity } from "./entities.ts";
import { headerWords } from "./words.ts";

/** All that is to be said of a table that was taken. */
export function notesOf(
  columns: readonly Column[],
  held: Held | null,
  types: ReadonlyMap<string, string>,
  people: People,
  entities: readonly TableEntity[],
): string[] {
  return [
    ...fewSeveral(columns),
    ...unsortedThings(columns),
    ...withoutBeginning(held),
    ...[...people].flatMap(([type, odd]) =>
      odd === null
        ? []
        : [
            `“${odd}” is not a given name and a surname, so of no ${types.get(type)} the surname alone is an answer; write surname in entities.yaml where it should be.`,
          ],
    ),
    ...withArticle(entities),
  ];
}

/** Columns in which a few cells name several: their author may not have meant what a semicolon does. */
function fewSeveral(columns: readonly Column[]): string[] {
  return columns.flatMap(({ kind, header, cells }) => {
    const several = cells.filter(({ names }) => names.length > 1);
    if (kind !== "names" || several.length === 0 || several.length * 2 > cells.length) return [];
    const rows = several.map(({ row }) => row).join(", ");
    return [
      `Column ${header}: ${several.length} of ${cells.length} cells name several (row ${rows}), so of every row it is asked which are among them, not who it is. Where those several are one (“Roth and Hask”), write them without the semicolon, and every row has more questions.`,
    ];
  });
}

/** Under "crosses" nothing says that rivers are named. */
function unsortedThings(columns: readonly Column[]): string[] {
  return columns.flatMap(({ kind, header, noun, key }) => {
    const { sort } = headerWords(noun);
    if (kind !== "names" || (sort !== "does" && sort !== "done")) return [];
    return [
      `Column ${header}: the table does not say what sort of things these are. Name it under types in pack.yaml (${key}), and ask for it in relations.yaml, such as ask_object: "Which river does {s} cross?".`,
    ];
  });
}

function withoutBeginning(held: Held | null): string[] {
  return (held?.spans ?? []).flatMap(({ row, subject, from, to }) => {
    if (from !== null) return [];
    const told =
      to === "open"
        ? "has been it is not known, so nothing is asked of that row"
        : "was it is not known, so no more is asked of that row than when it ended";
    return [`Row ${row}: since when ${subject} ${told}.`];
  });
}

function withArticle(entities: readonly TableEntity[]): string[] {
  const names = entities.flatMap(({ article, name }) => (article === undefined ? [] : [name]));
  if (names.length === 0) return [];
  return [
    `Within a sentence these stand as “the ${names[0]}”: ${names.join(", ")}. Where a The belongs to the name, write it there and take article away.`,
  ];
}
