/** Keeps figures with what they count and dates in one piece: "6 May 2021", "350 soldiers", "row 4" do not break across lines. */
export function unbroken(text: string): string {
  return text
    .replace(/(?<!\d)(\d{1,3}) (?=\p{L})/gu, "$1\u00a0")
    .replace(/(?<=\p{Lu}\p{L}{2,}) (?=\d{4}\b)/gu, "\u00a0")
    .replace(/(?<=\p{L}{3}) (?=\d{1,4}(?:[^\s\p{L}\d]|$))/gu, "\u00a0");
}
