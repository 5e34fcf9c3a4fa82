import { expect, test } from "vitest";
import { placesInShort } from "@/lib/questions/places.ts";

test.each([
  [["lead paragraph"], "lead paragraph"],
  [["Commanders, row 7", "Commanders, row 10", "Commanders, row 2"], "Commanders, row 2, row 7, row 10"],
  [
    ["key points, bullet 4", "The aim, paragraph 3", "key points, bullet 2"],
    "key points, bullet 2, bullet 4; The aim, paragraph 3",
  ],
  [["The aim, “In sum”, bullet 2", "The aim, paragraph 2"], "The aim, “In sum”, bullet 2; The aim, paragraph 2"],
  [["paragraph 1", "paragraph 3"], "paragraph 1; paragraph 3"],
])("places that have a part in common say it once: %j", (locators, words) => {
  expect(placesInShort(locators)).toBe(words);
});
