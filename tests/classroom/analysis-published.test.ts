/** Item analysis held to figures that others published or computed. */
import { describe, expect, test } from "vitest";
import { type Answer, analyse } from "@/lib/classroom/analysis.ts";
import { alphaOf, correlationOf, shareOf, standardErrorOf, sumOf } from "@/lib/classroom/statistics.ts";

/**
 * Section 6 of the Law School Admission Test: how many of 1,000 answered each pattern, 1 being right (R. D. Bock and M. Lieberman 1970, Psychometrika 35, 179-197).
 * The patterns and their counts are those that `factor.scores(ltm(LSAT ~ z1))` prints (compared with rstudio-pubs 1049111).
 * Its share right, point-biserial correlations and alpha are the worked example of D. Rizopoulos 2006 (Journal of Statistical Software 17(5), `descript(LSAT)`).
 */
const lsat: Readonly<Record<string, number>> = {
  "00000": 3,
  "00001": 6,
  "00010": 2,
  "00011": 11,
  "00100": 1,
  "00101": 1,
  "00110": 3,
  "00111": 4,
  "01000": 1,
  "01001": 8,
  "01011": 16,
  "01101": 3,
  "01110": 2,
  "01111": 15,
  "10000": 10,
  "10001": 29,
  "10010": 14,
  "10011": 81,
  "10100": 3,
  "10101": 28,
  "10110": 15,
  "10111": 80,
  "11000": 16,
  "11001": 56,
  "11010": 21,
  "11011": 173,
  "11100": 11,
  "11101": 61,
  "11110": 28,
  "11111": 298,
};

const answer = (item: string, fraction: number): Answer => ({
  ...{ item, fraction, pointsMax: 1, offered: [], chosen: [], took: null },
});
const known = (of: ReturnType<typeof analyse>["items"][number]["discrimination"]): number =>
  typeof of === "string" ? Number.NaN : of.value;

describe("the law school admission test of Bock and Lieberman", () => {
  const sittings = Object.entries(lsat).flatMap(([pattern, count]) =>
    Array.from({ length: count }, () => [...pattern].map((each, place) => answer(`q${place + 1}`, Number(each)))),
  );
  const { students, items, reliability } = analyse(sittings);

  test("has 1,000 takers and the published shares right", () => {
    expect(students).toBe(1000);
    expect(items.map(({ share }) => share.value)).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
  });

  test("has the published correlations of each question with the rest", () => {
    const published = [0.1128, 0.1532, 0.1728, 0.1444, 0.1216];
    items.forEach(({ discrimination }, index) => {
      expect(known(discrimination)).toBeCloseTo(published[index]!, 4);
    });
  });

  test("has the published alpha, which is KR-20 there", () => {
    expect(reliability).toMatchObject({ kind: "kr-20" });
    expect("value" in reliability && reliability.value).toBeCloseTo(0.295, 4);
  });
});

describe("Wilson's interval", () => {
  // R. G. Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is the one of Newcombe's table", (right, count, low, high) => {
    const share = shareOf(right, count)!;
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });
});

describe("answers that are part right", () => {
  // Computed apart with NumPy 2.4 (alpha from the covariance matrix) and SciPy 1.17 (`pearsonr` with its confidence interval).
  const table = [
    [1, 0.5, 0, 1],
    [0, 0, 0.25, 0.5],
    [1, 1, 1, 1],
    [0.5, 0, 0, 0.75],
    [1, 0.5, 0.5, 0],
    [0, 0.25, 0, 0],
    [1, 1, 0.75, 1],
    [0.5, 0.5, 1, 0.5],
    [1, 0, 0.25, 1],
    [0, 0, 0, 0.25],
  ];
  const totals = table.map(sumOf);

  test("have the alpha and the standard error that the covariance matrix gives", () => {
    const alpha = alphaOf(table)!;
    expect(alpha).toBeCloseTo(0.7981072555205048, 12);
    expect(standardErrorOf(totals, alpha)).toBeCloseTo(0.5962847939999439, 12);
    const { reliability } = analyse(table.map((row) => row.map((fraction, place) => answer(`q${place}`, fraction))));
    expect(reliability).toMatchObject({ kind: "alpha", value: alpha });
  });

  test.each([
    [0, 0.6946188168714403, 0.11551150510369509, 0.9213099545130206],
    [1, 0.7189179187963946, 0.1631342979189463, 0.9283341225604803],
    [2, 0.5703998148940315, -0.09241701413807402, 0.8829312954136787],
    [3, 0.47425031372857124, -0.22152279852327414, 0.8500509888923645],
  ])("correlate with the rest as SciPy says, question %i", (place, value, low, high) => {
    const found = correlationOf(table.map((row, index) => [row[place]!, totals[index]! - row[place]!]))!;
    expect(found.value).toBeCloseTo(value, 12);
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
  });
});
