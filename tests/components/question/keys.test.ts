import { expect, test } from "vitest";
import { optionKeys } from "@/components/question/keys.ts";

test.each([
  [["Per Olsen", "Dany Fortin"], "12"],
  [["3", "8", "30"], "abc"],
  [["More than 350", "About 8"], "12"],
  [["“2004”", "November 2018", "6 May 2021"], "abc"],
])("a key never looks like the beginning of an option: %j", (texts, keys) => {
  expect(optionKeys(texts).join("")).toBe(keys);
});
