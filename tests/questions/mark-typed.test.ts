/**
 * What people type for names of other people and of things, and what it must be worth. The expectations were written before the code ran:
 * "right" with or without a remark, "wrong" with or without the entity mistaken for the key, "ask" with what is asked.
 */
import { describe, expect, test } from "vitest";
import { mark } from "@/lib/questions/mark.ts";
import { expectMarks, typed } from "@/tests/support/typed.ts";

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
    ["J. Q. Adams", "wrong jqa"],
    ["Quincy Adams", "wrong"],
  ]);
  const [kin, nephew] = ["John Quincy Adams", "Charles Quincy Adams"];
  expectMarks(typed("jqa", [kin, "Adams"], [["adams", "John Adams"]]), [["Quincy Adams", "right"]]);
  expectMarks(typed("jqa", [kin, "Adams"], [["nephew", nephew]]), [["Quincy Adams", "ask which-one"]]);
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
    ["peace and security", "ask nearly"],
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
