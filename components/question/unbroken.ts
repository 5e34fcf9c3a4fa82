/** Keeps figures with what they count and dates in one piece: "6 May 2021", "more than 350 soldiers", "row 4" do not break across lines. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=\p{L})/gu, "$1\u00a0").replace(/(?<=\b\p{L}{3,9}) (?=\d)/gu, "\u00a0");
}
