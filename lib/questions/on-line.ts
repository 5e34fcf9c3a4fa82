/** The places of a timeline in words, where no line is drawn: in a file, on paper, in a table of answers. */
import { lowered } from "./attributed.ts";
import { atStart, type PosedQuestion, type ValueKey } from "./question.ts";

/**
 * Each place of a line by what stands beside it: "Before A", "Between A and B", "After B"; with the date of each in brackets where `dated`
 * says so.
 */
export function placesOnLine(
  { options }: Pick<PosedQuestion, "options">,
  { dated }: { readonly dated: boolean },
): readonly { readonly value: ValueKey; readonly text: string }[] {
  const said = ({ text, when, title }: PosedQuestion["options"][number]) => {
    const name = title ? text : lowered(text);
    return dated && when !== undefined ? `${name} (${when})` : name;
  };
  return options.map((left, place) => {
    const right = options[place + 1];
    if (left.value === atStart) return { value: left.value, text: right ? `Before ${said(right)}` : left.text };
    return { value: left.value, text: right ? `Between ${said(left)} and ${said(right)}` : `After ${said(left)}` };
  });
}
