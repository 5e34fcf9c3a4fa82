/**
 * What people type for a name, and what it must be worth. The expectations were written before the code ran:
 * "right" with or without a remark, "wrong" with or without the entity mistaken for the key, "ask" with what is asked.
 */
import { describe, expect, test } from "vitest";
import { mark } from "@/lib/questions/mark.ts";
import type { Mark, Question } from "@/lib/questions/question.ts";
import { aQuestion } from "@/tests/support/question.ts";

const titles = [
  "Lieutenant General",
  "Lt. Gen.",
  "Lt Gen",
  "LTG",
  "Major General",
  "Maj. Gen.",
  "General",
  "Gen.",
  "Dr",
  "Sir",
];

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

function typed(key: string, accepts: readonly string[], near: readonly (readonly [string, string])[] = []): Question {
  return aQuestion({
    key: [`e:${key}`],
    answer: accepts[0]!,
    accepts,
    titles,
    near: near.map(([value, text]) => ({ value: `e:${value}`, text })),
  });
}

function inWords(result: Mark): string {
  if (result.kind === "ask-again") return `ask ${result.note}`;
  if (result.fraction === 1) return ["right", ...result.notes].join(" ");
  return ["wrong", ...(result.mistakenFor ? [result.mistakenFor.slice(2)] : [])].join(" ");
}

function expectMarks(question: Question, cases: readonly (readonly [string, string])[]) {
  test.each(cases)("%j is %s", (text, expected) => {
    expect(inWords(mark(question, { kind: "typed", text }))).toBe(expected);
  });
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

describe("names one slip apart", () => {
  const brandt = typed(
    "brandt",
    ["Willy Brandt", "Brandt"],
    [
      ["brand", "Jo Brand"],
      ["brand", "Brand"],
    ],
  );
  const tarvin = typed(
    "tarvin",
    ["Tomas Tarvin", "Tarvin"],
    [
      ["tarven", "Jonas Tarven"],
      ["tarven", "Tarven"],
    ],
  );
  const gordon = typed(
    "gordon",
    ["Richard Gordon", "Gordon"],
    [
      ["worden", "Alfred Worden"],
      ["worden", "Worden"],
    ],
  );
  expectMarks(brandt, [
    ["Brandt", "right"],
    ["Brand", "wrong brand"],
    ["Brant", "ask which-one"],
    ["Bradt", "right spelling"],
    ["Willy Brand", "right spelling"],
  ]);
  expectMarks(tarvin, [
    ["Tarvin", "right"],
    ["Tarven", "wrong tarven"],
    ["Tomas Tarven", "right spelling"],
    ["Jonas Tarvin", "wrong tarven"],
    ["Tarvon", "ask which-one"],
  ]);
  expectMarks(gordon, [
    ["Gordon", "right"],
    ["Worden", "wrong worden"],
    ["Wordon", "ask which-one"],
    ["Godon", "right spelling"],
  ]);
});

describe("a surname that two bear", () => {
  const adams = typed(
    "adams",
    ["John Adams", "Adams"],
    [
      ["jqa", "John Quincy Adams"],
      ["jqa", "Adams"],
    ],
  );
  expectMarks(adams, [
    ["Adams", "ask which-one"],
    ["J. Adams", "ask which-one"],
    ["John Adams", "right"],
    ["Adams, John", "right"],
    ["John Quincy Adams", "wrong jqa"],
    ["J. Q. Adams", "wrong"],
  ]);
  test("is asked for only once", () => {
    expect(mark(adams, { kind: "typed", text: "Adams" }, { second: true })).toMatchObject({
      kind: "marked",
      fraction: 0,
      notes: ["which-one"],
    });
  });
});

describe("codes, numerals and short names", () => {
  expectMarks(
    typed(
      "ntmi",
      ["NATO Training Mission in Iraq (NTM-I)", "NTM-I"],
      [
        ["nmi", "NATO Mission Iraq"],
        ["nmi", "NMI"],
      ],
    ),
    [
      ["NTM-I", "right"],
      ["ntm-i", "right"],
      ["NTMI", "right"],
      ["NTM I", "right"],
      ["N.T.M.I.", "right"],
      ["N.T.M.I", "right"],
      ["NTM‑I", "right"],
      ["NATO Training Mission in Iraq", "right"],
      ["the NATO Training Mission in Iraq", "right"],
      ["NATO Training Mission Iraq", "right"],
      ["NATO Trainning Mission in Iraq", "right spelling"],
      ["NTM", "wrong"],
      ["NTM-II", "wrong"],
      ["NMI", "wrong nmi"],
      ["NATO Mission Iraq", "wrong nmi"],
      ["NATO Mission in Iraq", "wrong nmi"],
    ],
  );
  expectMarks(typed("unami", ["UNAMI", "United Nations Assistance Mission for Iraq"]), [
    ["unami", "right"],
    ["U.N.A.M.I.", "right"],
    ["UNAMA", "wrong"],
    ["UNAMII", "wrong"],
    ["United Nations Asistance Mission for Iraq", "right spelling"],
  ]);
  expectMarks(typed("iron", ["iron", "Fe"], [["neon", "neon"]]), [
    ["iron", "right"],
    ["Iron", "right"],
    ["fe", "right"],
    ["irn", "wrong"],
    ["ion", "wrong"],
    ["Fr", "wrong"],
    ["neon", "wrong neon"],
  ]);
  expectMarks(typed("first", ["1st Armoured Division"]), [
    ["First Armoured Division", "right"],
    ["1st Armored Division", "right spelling"],
    ["2nd Armoured Division", "wrong"],
    ["11th Armoured Division", "wrong"],
    ["Armoured Division", "wrong"],
  ]);
  expectMarks(typed("elizabeth", ["Elizabeth II"]), [
    ["elizabeth ii", "right"],
    ["Elisabeth II", "right spelling"],
    ["Elizabeth I", "wrong"],
    ["Elizabeth III", "wrong"],
  ]);
  expectMarks(typed("resolution", ["Resolution 1546", "1546"]), [
    ["1546", "right"],
    ["resoluton 1546", "right spelling"],
    ["Resolution 1564", "wrong"],
    ["1547", "wrong"],
    ["١٥٤٦", "right"],
  ]);
});

describe("things that are no persons", () => {
  expectMarks(typed("nld", ["Netherlands", "Holland"]), [
    ["the Netherlands", "right"],
    ["The netherlands", "right"],
    ["Holland", "right"],
    ["Nederland", "wrong"],
    ["Netherland", "right spelling"],
  ]);
  expectMarks(typed("onsa", ["Office of the National Security Advisor"]), [
    ["the Office of the National Security Advisor", "right"],
    ["Office of National Security Advisor", "right"],
    ["office of the national security adviser", "right spelling"],
    ["National Security Council", "wrong"],
  ]);
  expectMarks(typed("wps", ["Women, Peace and Security"]), [
    ["women peace and security", "right"],
    ["Women, Peace & Security", "right"],
    ["Women, Peace, Security", "right"],
    ["Woman, Peace and Security", "right spelling"],
    ["peace and security", "wrong"],
  ]);
  expectMarks(typed("daesh", ["ISIS/Daesh", "ISIS", "Daesh"]), [
    ["ISIS-Daesh", "right"],
    ["isis daesh", "right"],
    ["Isis", "right"],
    ["ISI", "wrong"],
    ["Daeesh", "right spelling"],
  ]);
  expectMarks(typed("obrien", ["Pat O’Brien", "O’Brien"]), [
    ["O'Brien", "right"],
    ["OBrien", "right"],
    ["O`Brien", "right"],
    ["O´Brien", "right"],
    ["P. O'Brien", "right"],
  ]);
  expectMarks(typed("berg", ["Jan van der Berg", "van der Berg"]), [
    ["Berg", "right"],
    ["Jan Berg", "right"],
    ["van de Berg", "right"],
    ["Van Der Berg", "right"],
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
