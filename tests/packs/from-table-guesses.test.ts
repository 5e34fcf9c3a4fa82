import { expect, test } from "vitest";
import { packFromTable } from "@/lib/packs/from-table.ts";

test("how each column of a table was taken is said", () => {
  const made = packFromTable(
    [
      ["light", "keeper", "from", "to", "height (m)", "first lit", "ships seen", "designed by"],
      ["Norholm", "Ilse Brandt", "1901", "1910", "31", "1891", "Petrel; Auk", "Ann Rook"],
      ["Tern Rock", "Oskar Vane", "1903", "open", "24", "1893", "Auk", "Bo Finch"],
    ],
    { key: "t", title: "T", publisher: "P", asOf: "2024-05-27" },
  );
  expect("guesses" in made && made.guesses).toEqual([
    "keeper: who was keeper of each light, from when to when",
    "height (m): a number of each light",
    "first lit: a date of each light",
    "ships seen: several ships seen of each light",
    "designed by: one name of each light, none of two",
  ]);
});
