/** Dates of documents that count days otherwise: every day that their words may mean (R9). */
import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { aDate, lanternIslesFiles } from "@/tests/support/fictional-pack.ts";
import { date, said } from "@/tests/support/truth.ts";

/** The storm of 1 February 1953 in an almanac that declares this. */
function almanac(declared: string) {
  const { pack, problems } = readPack(
    lanternIslesFiles().map(({ path, text }) => ({
      path,
      text:
        path === "sources.yaml" ? text.replace("publisher: Isles Press,", `publisher: Isles Press, ${declared}`) : text,
    })),
  );
  expect(problems).toEqual([]);
  return indexPack(pack!);
}

test.each([
  ["", "1953-02-01", "1953-02-01"],
  ["calendar: gregorian, zone: known,", "1953-02-01", "1953-02-01"],
  ["calendar: julian,", "1953-02-01", "1953-02-14"],
  ["zone: unknown,", "1953-01-31", "1953-02-02"],
  ["calendar: julian, zone: unknown,", "1953-01-31", "1953-02-15"],
])("a source with “%s” dates the storm from %s to %s", (declared, first, last) => {
  const { object } = almanac(declared).fact("when-storm");
  if (object.kind !== "date") throw new Error("no date");
  expect(object.date).toMatchObject({ edtf: "1953-02-01", precision: "day" });
  expect([object.date.first, object.date.last]).toEqual([aDate(first).first, aDate(last).first]);
});

test("a day that the words may mean in the other calendar is neither right nor wrong, the day as written is right", () => {
  const query = {
    hole: "object",
    subject: "great-storm",
    relation: "happened",
    time: { kind: "timeless" },
    list: null,
  } as const;
  expect(said(query, date("1953-02-14"))).toBe("false");
  const julian = almanac("calendar: julian,");
  expect(said(query, date("1953-02-01"), julian)).toBe("true");
  expect(said(query, date("1953-02-14"), julian)).toBe("precision");
  expect(said(query, date("1953-02-15"), julian)).toBe("false");
});

test("a handover by the Julian calendar is uncertain for as long as the calendars lie apart", () => {
  const who = (on: string) =>
    ({
      hole: "subject",
      relation: "kept",
      object: { kind: "entity", entity: "skerry-point" },
      time: { kind: "during", days: aDate(on) },
      list: null,
    }) as const;
  expect(said(who("2015-03-03"), "brandt")).toBe("true");
  const julian = almanac("calendar: julian,");
  expect(said(who("2015-03-03"), "brandt", julian)).toBe("bound_day");
  expect(said(who("2015-03-16"), "brandt", julian)).toBe("true");
});
