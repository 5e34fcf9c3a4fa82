/** What is said in a file itself of questions that are not in it, or not as they were: who opens it later has no screen of ours beside it. */
import type { Changed, Left } from "./item.ts";

const reasons: Readonly<Record<Left["reason"], string>> = {
  "marks-itself": "a flashcard marks itself",
  "no-ordering": "GIFT has no ordering; Moodle XML does",
  "no-such-share": "Moodle has no such share of a mark",
  "no-spelling": "no spelling of its answer can be written here",
  "too-few": "Moodle matches two and more things with three and more",
};

const changes: Readonly<Record<Changed["change"], string>> = {
  "listed-spellings": "only the spellings listed are right",
  "two-gaps": "each end of the span is a gap of its own, and counts by itself",
  "one-line": "both ends of the span stand on one line",
  "from-a-list": "the place on the line is chosen from a list",
  "part-marks": "part marks are counted otherwise",
  "no-help": "the help with the first letters is not here",
  shuffled: "options that stand in an order may be shuffled",
};

/** "Question 3 (order) is not here: GIFT has no ordering; Moodle XML does" */
export function saidOfLeft({ number, kind, reason }: Left): string {
  return `Question ${number} (${kind}) is not here: ${reasons[reason]}`;
}

/** "Question 4 (timeline): the place on the line is chosen from a list" */
export function saidOfPlaced(number: number, kind: string, changed: readonly Changed["change"][]): string {
  const said = changed.map((change) => changes[change]).join("; ");
  return `Question ${number} (${kind})${said === "" ? "" : `: ${said}`}`;
}
