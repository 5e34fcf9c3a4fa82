/**
 * What people type for the name of a commander, and what it must be worth. The expectations were written before the code ran:
 * "right" with or without a remark, "wrong" with or without the entity mistaken for the key, "ask" with what is asked.
 */
import { describe, expect, test } from "vitest";
import { mark } from "@/lib/questions/mark.ts";
import type { Question } from "@/lib/questions/question.ts";
import { expectMarks, typed } from "@/tests/support/typed.ts";

/** The seven commanders: accepted names, as a pack gives them. */
const commanders: Readonly<Record<string, readonly string[]>> = {
  fortin: ["Dany Fortin", "Fortin"],
  carignan: ["Jennie Carignan", "Carignan"],
  olsen: ["Per Olsen", "Olsen"],
  lollesgaard: ["Michael Lollesgaard", "Lollesgaard"],
  iannucci: ["Giovanni Maria Iannucci", "Giovanni Iannucci", "Iannucci"],
  aguero: ["José Antonio Agüero Martinez", "José Antonio Agüero", "Agüero Martinez", "Agüero"],
  schreurs: ["Lucas Schreurs", "Schreurs"],
};

function aboutCommander(key: string): Question {
  return typed(
    key,
    commanders[key]!,
    Object.entries(commanders).flatMap(([other, names]) =>
      other === key ? [] : names.map((text) => [other, text] as const),
    ),
  );
}

describe("Agüero Martinez", () => {
  expectMarks(aboutCommander("aguero"), [
    ["José Antonio Agüero Martinez", "right"],
    ["Jose Antonio Aguero Martinez", "right"],
    ["AGÜERO MARTINEZ", "right"],
    ["Agüero", "right"],
    ["Aguero", "right"],
    ["Aguëro", "right"],
    ["Agueero", "right"],
    ["Agu\u0308ero", "right"],
    ["Ａｇｕｅｒｏ", "right"],
    ["Agüero Martínez", "right"],
    ["  agüero \u00a0 martinez  ", "right"],
    ["agüero-martinez", "right"],
    ["AgüeroMartinez", "right"],
    ["Agüero Martinez, José Antonio", "right"],
    ["J. A. Agüero", "right"],
    ["J. Agüero Martinez", "right"],
    ["Antonio Agüero Martinez", "right"],
    ["Antonio Martinez", "wrong"],
    ["Lt. Gen. Agüero", "right rank-ignored"],
    ["Ltgen Agüero", "right rank-ignored"],
    ["Lieutenant-General Agüero", "right rank-ignored"],
    ["Agüero Martinez, Lt. Gen. José Antonio", "right rank-ignored"],
    ["Aguerro", "right spelling"],
    ["Agero", "right spelling"],
    ["Aquero", "right spelling"],
    ["Aguero Martines", "right spelling"],
    ["Lt Gen Aguerro", "right spelling rank-ignored"],
    ["Agro", "wrong"],
    ["Martinez", "wrong"],
    ["José Antonio", "wrong"],
    ["José", "wrong"],
    ["K. Agüero", "wrong"],
    ["Sergio Agüero", "wrong"],
    ["General", "wrong"],
    ["Schreurs", "wrong schreurs"],
    ["Lucas Schreurs", "wrong schreurs"],
  ]);
});

describe("Olsen", () => {
  expectMarks(aboutCommander("olsen"), [
    ["Per Olsen", "right"],
    ["olsen", "right"],
    ["Olsen, Per", "right"],
    ["P. Olsen", "right"],
    ["P Olsen", "right"],
    ["Ølsen", "right"],
    ["“Olsen”", "right"],
    ["'Olsen'", "right"],
    ["Olsen.", "right"],
    ["Per Olsen (Denmark)", "right"],
    ["General Olsen", "right rank-ignored"],
    ["Dr. Sir Per Olsen", "right rank-ignored"],
    ["Olson", "right spelling"],
    ["Osen", "right spelling"],
    ["Olsne", "right spelling"],
    ["Oelsen", "right spelling"],
    ["Peer Olsen", "right spelling"],
    ["Per", "wrong"],
    ["Olsons", "wrong"],
    ["Lollesgaard", "wrong lollesgaard"],
    ["Lolesgaard", "wrong lollesgaard"],
    ["Olsen or Lollesgaard", "wrong"],
    ["X. Olsen", "wrong"],
  ]);
});

describe("the other commanders", () => {
  expectMarks(aboutCommander("lollesgaard"), [
    ["Lollesgaard", "right"],
    ["Lollesgård", "right"],
    ["lollesgard", "right spelling"],
    ["Lolesgaard", "right spelling"],
    ["Lollesgart", "right spelling"],
    ["Lollegart", "wrong"],
    ["Mikael Lollesgaard", "right spelling"],
    ["Michael", "wrong"],
    ["Olsen", "wrong olsen"],
  ]);
  expectMarks(aboutCommander("iannucci"), [
    ["Iannucci", "right"],
    ["Giovanni Maria Iannucci", "right"],
    ["G. M. Iannucci", "right"],
    ["Maria Iannucci", "right"],
    ["Gen. Maria Iannucci", "right rank-ignored"],
    ["Mario Iannucci", "wrong"],
    ["Ianucci", "right spelling"],
    ["Iannuci", "right spelling"],
    ["Inanucci", "right spelling"],
    ["Ianuci", "wrong"],
    ["Giovanni Maria Ianuci", "right spelling"],
    ["Maria", "wrong"],
  ]);
  expectMarks(aboutCommander("carignan"), [
    ["Jenny Carignan", "right spelling"],
    ["Maj Gen Carignan", "right rank-ignored"],
    ["Maj.Gen. Carignan", "right rank-ignored"],
    ["Carignon", "right spelling"],
    ["Caringan", "right spelling"],
    ["Carigno", "wrong"],
    ["Fortin", "wrong fortin"],
  ]);
  expectMarks(aboutCommander("fortin"), [
    ["Danny Fortin", "right spelling"],
    ["Fortine", "right spelling"],
    ["Martin", "wrong"],
    ["Fort", "wrong"],
    ["Fortin Carignan", "wrong"],
  ]);
});

describe("what cannot be read", () => {
  const question = aboutCommander("fortin");
  expectMarks(question, [
    ["", "ask unreadable"],
    ["   ", "ask unreadable"],
    ["?!", "ask unreadable"],
    ["- '", "ask unreadable"],
    ["Fortin ".repeat(29), "ask unreadable"],
  ]);
  test("counts as wrong the second time", () => {
    expect(mark(question, { kind: "typed", text: "" }, { second: true })).toMatchObject({
      kind: "marked",
      fraction: 0,
    });
  });
  test("“I don't know” is wrong without a confusion", () => {
    expect(mark(question, { kind: "dont-know" })).toMatchObject({ kind: "marked", fraction: 0, mistakenFor: null });
  });
});
