import { expect, test } from "vitest";
import { unbroken } from "@/components/question/unbroken.ts";

test.each([
  ["from 6 May 2021 to 10 May 2022.", "from 6~May~2021 to 10~May~2022."],
  ["more than 350 soldiers", "more than 350~soldiers"],
  ["NMI commanders in chronological order, row 4", "NMI commanders in chronological order, row~4"],
  ["in November 2018", "in November~2018"],
  ["Two of four", "Two of four"],
])("%s stays together where figures are", (text, kept) => {
  expect(unbroken(text).replaceAll("\u00a0", "~")).toBe(kept);
});
