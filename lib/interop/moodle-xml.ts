/**
 * A quiz as Moodle XML. The shapes are those of Moodle's documentation (docs.moodle.org, "Moodle XML format", "Embedded Answers (Cloze)
 * question type") and of its importer's own fixtures; tests/interop compares them.
 */
import type { Accepted } from "./accepted.ts";
import { carry, type Made, type Refused } from "./carry.ts";
import { citedHtml, html, paragraph } from "./html.ts";
import type { Cited, Item, Left, Offered, Quiz, Written } from "./item.ts";
import { balanced, decimal, shareBelow } from "./shares.ts";
import { saidOfLeft, saidOfPlaced } from "./told.ts";
import { type Attributes, comment, element, type Lines, textXml, xml } from "./xml.ts";

/** The quiz as a file of questions in a category of its own, named after it. */
export function moodleXml(quiz: Quiz): Written {
  const note = (left: Left): Lines => [comment(saidOfLeft(left))];
  const { parts, ...lists } = carry(quiz, { bodyOf, write: questionXml, note });
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...element("quiz", {}, [categoryXml(quiz), ...parts].flat()),
    "",
  ].join("\n");
  return { text, ...lists };
}

/** What makes a question of its type: its lines, what stands for the stem, and what is otherwise than it was. */
type Body = Made & {
  readonly type:
    | "multichoice"
    | "truefalse"
    | "shortanswer"
    | "essay"
    | "numerical"
    | "cloze"
    | "ordering"
    | "matching";
  /** HTML; the item's stem where it is absent. */
  readonly stem?: string;
  readonly lines: readonly string[];
  readonly hint?: string;
};

function bodyOf(item: Item): Body | Refused {
  const { kind, stem, points, task } = item;
  switch (task.kind) {
    case "one":
      return {
        type: "multichoice",
        lines: choiceLines({
          isSingle: true,
          isShuffled: !task.inOrder,
          answers: task.options.map((option) => optionXml(option, option.right ? "100" : "0")),
        }),
        changes: kind === "timeline" ? ["from-a-list"] : [],
      };
    case "several": {
      const parts = balanced(task.options);
      if (!parts) return { reason: "no-such-share" };
      const answers = task.options.map((option, place) => optionXml(option, parts[place]!));
      return {
        type: "multichoice",
        lines: choiceLines({ isSingle: false, isShuffled: true, answers }),
        changes: task.announced ? ["part-marks"] : [],
      };
    }
    case "true-false":
      return {
        type: "truefalse",
        lines: [true, false].flatMap((value) =>
          answerXml(
            { fraction: value === task.isTrue ? "100" : "0", format: "moodle_auto_format" },
            String(value),
            value === task.isTrue ? null : task.whyNot,
          ),
        ),
        changes: [],
      };
    case "words":
      if (task.accepted.length === 0) return { reason: "no-spelling" };
      return {
        type: "shortanswer",
        lines: ["<usecase>0</usecase>", ...task.accepted.flatMap(wordsXml)],
        changes: ["listed-spellings"],
      };
    case "number":
      return {
        type: "numerical",
        lines: [
          ...task.accepted.flatMap(({ number, tolerance, fraction }) =>
            answerXml({ fraction: shareBelow(fraction), format: "moodle_auto_format" }, decimal(number), null, [
              `<tolerance>${decimal(tolerance)}</tolerance>`,
            ]),
          ),
          ...["<unitgradingtype>0</unitgradingtype>", "<unitpenalty>0.1000000</unitpenalty>"],
          ...["<showunits>3</showunits>", "<unitsleft>0</unitsleft>"],
        ],
        changes: [],
      };
    case "gap": {
      if (task.accepted.length === 0) return { reason: "no-spelling" };
      const { before, after, help } = task;
      const shown = help?.shown ? ` (${help.text})` : "";
      return {
        type: "cloze",
        stem: `<p>${clozeHtml(before)}${gapOf(task.accepted, points)}${clozeHtml(shown + after)}</p>`,
        lines: [],
        ...(help && !help.shown ? { hint: help.text } : {}),
        changes: ["listed-spellings"],
      };
    }
    case "span":
      if (task.from.length === 0 || task.to.length === 0) return { reason: "no-spelling" };
      return {
        type: "cloze",
        stem: `<p>${clozeHtml(stem)}</p><p>From ${gapOf(task.from, points)} to ${gapOf(task.to, points)}</p>`,
        lines: [],
        changes: ["two-gaps", "listed-spellings"],
      };
    case "order":
      return {
        type: "ordering",
        lines: [
          ...[
            "<layouttype>VERTICAL</layouttype>",
            "<selecttype>ALL</selecttype>",
            `<selectcount>${task.items.length}</selectcount>`,
          ],
          ...["<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>", "<showgrading>SHOW</showgrading>"],
          "<numberingstyle>none</numberingstyle>",
          ...combinedFeedback,
          "<shownumcorrect>1</shownumcorrect>",
          ...task.items.flatMap((item, place) =>
            answerXml({ fraction: String(place + 1), format: "html" }, html(item), null),
          ),
        ],
        changes: ["part-marks"],
      };
    case "pairs": {
      // Moodle takes a match of two and more questions with three and more answers.
      if (task.pairs.length < 2 || task.pairs.length + task.spare.length < 3) return { reason: "too-few" };
      const pairs = [...task.pairs, ...task.spare.map((answer) => ({ prompt: "", answer }))];
      return {
        type: "matching",
        lines: [
          "<shuffleanswers>true</shuffleanswers>",
          ...combinedFeedback,
          "<shownumcorrect/>",
          ...pairs.flatMap(({ prompt, answer }) =>
            element("subquestion", { format: "html" }, [
              textXml(prompt === "" ? "" : paragraph(prompt)),
              ...element("answer", {}, [textXml(answer)]),
            ]),
          ),
        ],
        changes: ["part-marks"],
      };
    }
    case "essay":
      return {
        type: "essay",
        lines: [
          "<responseformat>plain</responseformat>",
          "<responserequired>1</responserequired>",
          "<responsefieldlines>15</responsefieldlines>",
          "<attachments>0</attachments>",
          "<attachmentsrequired>0</attachmentsrequired>",
          ...formatted("graderinfo", citedHtml(item.why)),
          ...formatted("responsetemplate", ""),
        ],
        changes: [],
      };
    case "self-marked":
      return { reason: "marks-itself" };
  }
}

function questionXml(item: Item, { type, stem, lines, hint, changes }: Body): Lines {
  const penalty = type === "truefalse" ? "1.0000000" : "0.3333333";
  return [
    comment(saidOfPlaced(item.number, item.kind, changes)),
    ...element("question", { type }, [
      ...element("name", {}, [textXml(item.name)]),
      ...formatted("questiontext", stem ?? paragraph(item.stem)),
      ...formatted("generalfeedback", citedHtml(item.why)),
      // The worth of a cloze is the sum of its gaps.
      ...(type === "cloze" ? [] : [`<defaultgrade>${decimal(item.points)}</defaultgrade>`]),
      `<penalty>${penalty}</penalty>`,
      "<hidden>0</hidden>",
      `<idnumber>${xml(item.idNumber)}</idnumber>`,
      ...lines,
      ...(hint ? formatted("hint", paragraph(hint)) : []),
      ...element(
        "tags",
        {},
        item.tags.flatMap((tag) => element("tag", {}, [textXml(tag)])),
      ),
    ]),
  ];
}

function categoryXml({ title, variant }: Quiz): Lines {
  // A slash parts categories; two of them are one that does not.
  const name = `${title.replaceAll("/", "//")}, variant ${variant}`;
  return element("question", { type: "category" }, [
    ...element("category", {}, [textXml(`$course$/top/${name}`)]),
    ...formatted("info", paragraph("Made with Recite; every answer has its citation in the general feedback.")),
  ]);
}

type ChoiceLook = { readonly isSingle: boolean; readonly isShuffled: boolean; readonly answers: readonly Lines[] };

const choiceLines = ({ isSingle, isShuffled, answers }: ChoiceLook): Lines => [
  `<single>${isSingle}</single>`,
  `<shuffleanswers>${isShuffled}</shuffleanswers>`,
  "<answernumbering>abc</answernumbering>",
  "<showstandardinstruction>0</showstandardinstruction>",
  ...combinedFeedback,
  ...(isSingle ? [] : ["<shownumcorrect/>"]),
  ...answers.flat(),
];

const optionXml = ({ text, whyNot }: Offered, fraction: string): Lines =>
  answerXml({ fraction, format: "html" }, paragraph(text), whyNot);

/** In Moodle a star stands for anything: here it is a star. */
const wordsXml = ({ text, fraction }: Accepted): Lines =>
  answerXml({ fraction: shareBelow(fraction), format: "moodle_auto_format" }, text.replaceAll("*", "\\*"), null);

function answerXml(attributes: Attributes, text: string, feedback: Cited | null, more: Lines = []): Lines {
  return element("answer", attributes, [
    textXml(text),
    ...(feedback ? formatted("feedback", citedHtml(feedback)) : []),
    ...more,
  ]);
}

/** A gap to be typed into; it is worth a whole number of points. */
function gapOf(accepted: readonly Accepted[], points: number): string {
  const answers = accepted.map(({ text, fraction }) => {
    const share = shareBelow(fraction);
    return `${share === "100" ? "=" : `%${share}%`}${clozeText(text)}`;
  });
  return `{${Math.max(1, Math.round(points))}:SHORTANSWER:${answers.join("~")}}`;
}

/** Every sign that means something between the braces of a gap, or in HTML, as the number of its letter. */
const clozeText = (text: string): string =>
  text.replace(/[&<>"'#~=%{}/\\:]/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll("*", "\\*");

/** Text around a gap: a brace would begin another. */
const clozeHtml = (text: string): string => html(text).replaceAll("{", "&#123;").replaceAll("}", "&#125;");

const combinedFeedback: Lines = [
  ...formatted("correctfeedback", paragraph("Right.")),
  ...formatted("partiallycorrectfeedback", paragraph("Part right.")),
  ...formatted("incorrectfeedback", paragraph("No.")),
];

function formatted(name: string, content: string): Lines {
  return element(name, { format: "html" }, [textXml(content)]);
}
