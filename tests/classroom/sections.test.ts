import { expect, test } from "vitest";
import { isOfSection, sectionsOf } from "@/lib/classroom/sections.ts";

const students = ["10", "2", null, "2", "A"].map((section) => ({ section }));

test("sections stand in the order in which people count, each once, and those in none come last", () => {
  expect(sectionsOf(students)).toEqual(["2", "10", "A", ""]);
  expect(sectionsOf([])).toEqual([]);
});

test("each student is of one of them, and of all where none is asked for", () => {
  for (const student of students) {
    expect(sectionsOf(students).filter((section) => isOfSection(student, section))).toEqual([student.section ?? ""]);
    expect(isOfSection(student, undefined)).toBe(true);
  }
});
