/** What stands around a name in a response: a sentence, the stem's words, what is added about it. The expectations were written before the rules. */
import { describe } from "vitest";
import { expectMarks, typed } from "@/tests/support/typed.ts";

const near = [
  ["garner", "John Nance Garner"],
  ["garner", "Garner"],
] as const;
const keeper = {
  ...typed("hobart", ["Garret A. Hobart", "Garret Hobart", "Hobart"], near),
  stem: "Who was keeper of the North Light under William Marsh in 1893?",
};

describe("a person", () => {
  expectMarks(keeper, [
    ["He was Hobart", "right"],
    ["Hobart was keeper of the North Light", "right"],
    ["Hobart under Marsh", "right"],
    ["Hobart of Paterson", "right"],
    ["Hobart in 1893", "right"],
    ["Hobart, who died in office", "right"],
    ["Hobart, the 24th", "right"],
    ["the American Garret Hobart", "right"],
    ["his friend Garret A. Hobart", "right"],
    ["Marie Anne Garret Hobart", "right"],
    ["Garret Hobart, Michigan", "right"],
    ["Hobart, Henry", "wrong"],
    ["Garret Hobart, 24th vice president", "right"],
    ["Rep. Hobart", "right rank-ignored"],
    ["John Garner Garret Hobart", "wrong"],
    ["Garret Hubert", "wrong"],
    ["Hobart Garret", "right"],
    ["Hobart G.", "right"],
    ["Hobart, not Garner", "wrong"],
    ["Hobart or somebody", "wrong"],
    ["the son of Garret Hobart", "wrong"],
    ["keeper of the North Light", "wrong"],
    ["Marsh", "wrong"],
    ["Garner of Hobart", "wrong garner"],
    ["Hobart and Garner", "wrong"],
  ]);
  const william = typed("taft", ["William Howard Taft", "William Taft", "Taft"], near);
  expectMarks(william, [
    ["Wm. Taft", "right"],
    ["Bill Taft", "right"],
    ["Wm. Howard Taft", "right"],
    ["Bob Taft", "wrong"],
  ]);
  expectMarks(typed("burr", ["Aaron Burr", "Aaron Burr Jr.", "Burr"]), [
    ["Aaron Burr Jr", "right"],
    ["Aaron Burr Sr.", "wrong"],
  ]);
  const carter = typed("carter", ["Jimmy Carter", "James Earl Carter", "Carter"], [["other", "James Edward Carter"]]);
  expectMarks(carter, [
    ["Jimmy Earl Carter", "right"],
    ["Jimmy E. Carter", "right"],
    ["James Jimmy Carter", "right"],
    ["Jimmy Edward Carter", "wrong"],
    ["Jimmy J. Carter", "wrong"],
    ["Jimmy C. Carter", "wrong"],
    ["James E. Carter", "ask which-one"],
    ["Jimmy Earl Ford", "wrong"],
    ["Carter, Jimmy", "right"],
    ["Carter, J. E.", "ask which-one"],
    ["Carter, Nick", "wrong"],
    ["J. E. Cartter", "ask which-one"],
    ["James Cartre", "ask which-one"],
    ["K. Cartre", "wrong"],
    ["Jimmy Carter, Georgia", "right"],
    ["Jimmy Carter 1977-1981", "right"],
    ["Jimmy Carter 39th president", "right"],
    ["Jimmy Carter (Georgia) 20 January 1977 - 20 January 1981", "right"],
    ["Jimmy Carter in January 1977", "right"],
  ]);
  const giovanni = typed("iannucci", ["Giovanni Maria Iannucci", "Iannucci"], [["iannaccone", "Gino Iannaccone"]]);
  expectMarks(giovanni, [
    ["Giovanni Ianucci", "right spelling"],
    ["Giovani Iannucci", "right spelling"],
    ["G. M. Ianucci", "right spelling"],
    ["G. Ianucci", "right spelling"],
    ["K. Ianucci", "wrong"],
    ["G. G. Iannucci", "wrong"],
    ["Gino Ianucci", "wrong"],
  ]);
  expectMarks(typed("fortin", ["Dany Fortin", "Fortin"]), [
    ["Danny Fortin", "right spelling"],
    ["Dany Martin", "wrong"],
    ["Dany Morin", "wrong"],
  ]);
});

/** A question for a thing: in its pack nobody has a title. */
const thing = (stem: string, ...asked: Parameters<typeof typed>) => ({ ...typed(...asked), titles: [], stem });

const forces = thing(
  "Besides Iraq's security institutions, which other Iraqi bodies is the mission to help strengthen in the country?",
  "forces",
  ["armed forces"],
  [["institutions", "security institutions"]],
);

describe("a thing", () => {
  expectMarks(forces, [
    ["its armed forces", "right"],
    ["they are the armed forces", "right"],
    ["to help strengthen the armed forces", "right"],
    ["the mission is to help strengthen armed forces", "right"],
    ["armed forces as well", "right"],
    ["armed forces, which it trained", "right"],
    ["armed forces within Iraq", "right"],
    ["armed forces in the country", "right"],
    ["security armed forces", "wrong"],
    ["armed forces in Turkey", "ask nearly"],
    ["armed forces from Turkey", "ask nearly"],
    ["armed forces outside Iraq", "ask nearly"],
    ["NATO's armed forces", "ask nearly"],
    ["Iraq's armed forces and security institutions", "wrong"],
    ["armed forces of Turkey", "ask nearly"],
    ["not the armed forces", "wrong"],
    ["security forces and institutions", "wrong"],
  ]);
  const calcium = thing("Which element has the atomic number 20?", "calcium", ["calcium"], [["barium", "barium"]]);
  expectMarks(calcium, [
    ["the element calcium", "right"],
    ["the metal calcium", "right"],
    ["the alkaline earth metal calcium", "right"],
    ["metallic calcium", "right"],
    ["calcium metal", "right"],
    ["Ca, calcium", "right"],
    ["calcium, Ca", "right"],
    ["calcium Ca", "right"],
    ["calcium, metal", "right"],
    ["calcium, Barium", "wrong"],
    ["Ca (calcium)", "right"],
    ["element 20 (calcium)", "right"],
    ["barium (calcium)", "wrong barium"],
    ["calcium (barium)", "wrong barium"],
    ["calcium element", "right"],
    ["group 20", "wrong"],
    ["calcium has the atomic number 20", "right"],
    ["the metal", "wrong"],
    ["barium, Ba", "wrong barium"],
    ["not calcium", "wrong"],
    ["element 20", "wrong"],
  ]);
  const place = thing("Which city is it?", "bag", ["Baghdad", "Baghdad, Iraq"], [["basra", "Basra"]]);
  expectMarks(place, [
    ["Baghdad Iraq", "right"],
    ["Baghdad - Iraq", "right"],
    ["Baghdad, capital", "right"],
    ["the city of Baghdad", "right"],
    ["Baghdad, Basra", "wrong"],
    ["Basra Iraq", "wrong"],
    ["Baghdad, north of Basra", "right"],
    ["Baghdad near Basra", "right"],
    ["Baghdad, about 400 km from Basra", "right"],
    ["Baghdad, just to the north-west of Basra", "right"],
    ["near Baghdad", "ask nearly"],
    ["Basra, south of Baghdad", "wrong basra"],
  ]);
  const flights = thing("By what sort of flights did it help?", "flights", ["intelligence flights"]);
  expectMarks(flights, [
    ["intel flights", "right"],
    ["with intelligence flights", "right"],
  ]);
});

describe("two slips are too many for nine letters, one for another first letter, for a word of three", () => {
  const nine = thing("What is it?", "aus", ["Australia"]);
  expectMarks(nine, [
    ["Austrlia", "right spelling"],
    ["Austria", "wrong"],
  ]);
  expectMarks(thing("What does it mean?", "blue", ["blue of the sky", "a smell"]), [
    ["blue of teh sky", "right spelling"],
    ["blue of thee sky", "right spelling"],
    ["blue of the sea", "wrong"],
    ["no smell", "wrong"],
    ["a smel", "right spelling"],
  ]);
  const period = thing(
    "Which period is it?",
    "second",
    ["second", "2nd", "second period"],
    [
      ["third", "third"],
      ["fifth", "fifth"],
    ],
  );
  expectMarks(period, [
    ["secnd", "right spelling"],
    ["seccond", "right spelling"],
    ["2", "right"],
    ["3rd", "wrong third"],
    ["sixth", "wrong"],
  ]);
  expectMarks(thing("Which fleet?", "fleet", ["Fifth Fleet"]), [
    ["Fith Fleet", "right spelling"],
    ["5th fleet", "right"],
    ["Sixth Fleet", "wrong"],
    ["6th Fleet", "wrong"],
  ]);
  expectMarks(thing("What is it?", "rus", ["Russia"]), [
    ["Rusia", "right spelling"],
    ["Prussia", "ask nearly"],
    ["ussia", "ask nearly"],
  ]);
  expectMarks(thing("What is it?", "ment", ["mentoring"]), [
    ["mentorring", "right spelling"],
    ["monitoring", "wrong"],
  ]);
});
