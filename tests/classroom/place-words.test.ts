/** A response on a line of time reads as the screen names the gap. */
import { expect, test } from "vitest";
import { responseText } from "@/lib/classroom/results.ts";
import { aQuestion } from "@/tests/support/question.ts";

const option = (value: string, text: string) => ({ value, text, right: false, whyNot: null, synthetic: false });
const line = aQuestion({
  kind: "timeline",
  options: [
    option("t:start", "Before the charter"),
    option("e:charter", "the charter"),
    option("e:fire", "the fire"),
    option("e:rebuilding", "the rebuilding"),
  ],
});

test.each([
  ["t:start", "Before the charter"],
  ["e:charter", "Between the charter and the fire"],
  ["e:fire", "Between the fire and the rebuilding"],
  ["e:rebuilding", "After the rebuilding"],
])("%s is %s", (value, words) => {
  expect(responseText(line, { kind: "timeline", value })).toBe(words);
});
