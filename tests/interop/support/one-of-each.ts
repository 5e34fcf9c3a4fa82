/** One made-up question of every kind, with the signs in its words that formats trip over. */
import type { Quiz } from "@/lib/interop/item.ts";
import { atStart, type Option, type Question, type Receipt } from "@/lib/questions/question.ts";
import { aQuestion } from "../../support/question.ts";

const receipt: Receipt = {
  source: "s1",
  cite: "Harbour Office, “Tides & Tolls {1890}”",
  locator: "table 2, row 3",
  dated: "undated (between May 1890 and May 1891)",
  sentences: [0],
  options: ["e:b", "e:c", "t:false", atStart],
};
const citations = [receipt, { ...receipt, locator: "table 2, row 10", sentences: [0], options: [] }];
const why = "The toll at A=B was ~5 #1 {gold} <b>pieces</b>: 100 % of C->D \\ E.";

const option = (value: string, text: string, right: boolean, more: Partial<Option> = {}): Option => ({
  ...{ value, text, right, synthetic: false },
  whyNot: right ? null : `${text} is no harbour: see {list} #2 = "none" ~ <i>.`,
  ...more,
});
const asked = (said: Partial<Question>): Question =>
  aQuestion({ pack: "isles", topic: "tolls", facts: ["f1"], citations, why, ...said });

export const oneOfEach: readonly Question[] = [
  asked({
    kind: "choice",
    stem: "Which harbour had {a toll} of 5 = ~4 + #1: <A>?",
    options: [option("e:a", "A=B", true), option("e:b", "~C #2", false), option("e:c", "{D} & <E>", false)],
    key: ["e:a"],
    answer: "A=B",
  }),
  asked({
    kind: "choice",
    stem: "In which year?",
    options: [option("d:1890", "1890", true), option("d:1891", "1891", false)],
    key: ["d:1890"],
    answer: "1890",
  }),
  asked({
    kind: "multi-select",
    stem: "Which of these: choose all.",
    options: ["a", "b", "c", "d", "e"].map((name, place) => option(`e:${name}`, `Isle ${name}`, place < 3)),
    key: ["e:a", "e:b", "e:c"],
    answer: "Isle a, Isle b and Isle c",
  }),
  asked({
    kind: "true-false",
    stem: "A was a harbour.",
    options: [option("t:true", "True", true), option("t:false", "False", false)],
    key: ["t:true"],
    answer: "True",
  }),
  asked({
    kind: "true-false",
    stem: "B was a harbour.",
    options: [option("t:true", "True", false), option("t:false", "False", true)],
    key: ["t:false"],
    answer: "False",
  }),
  asked({
    kind: "cloze",
    stem: "The harbour {of} _____ was built in 1890 #1.",
    key: ["e:bryn"],
    answer: "Brynjarsvík",
    accepts: ["Brynjarsvík", "Bryn~Vík", "Bryn}vík"],
    cue: { text: "B__________", shown: true },
  }),
  asked({
    kind: "cloze",
    stem: "_____ was built in 1890.",
    key: ["e:bryn"],
    answer: "The Old Tower",
    accepts: ["Old Tower"],
    cue: { text: "O__ T____", shown: false },
  }),
  asked({
    kind: "typed",
    stem: "Who kept the light?",
    key: ["e:keeper"],
    answer: "José Agüero-Martín",
    accepts: ["José Agüero-Martín", "Agüero-Martín", "Star*Keeper"],
    titles: ["Captain"],
    near: [{ value: "e:other", text: "José Aguado" }],
  }),
  asked({ kind: "number", stem: "How many lamps?", key: ["n:12"], answer: "12", accepts: ["12"], qualifier: "exact" }),
  asked({
    kind: "number",
    stem: "About how many gulls?",
    key: ["q:about:382:gulls"],
    answer: "About 382 gulls",
    accepts: ["about 382"],
    qualifier: "about",
  }),
  asked({
    kind: "number",
    stem: "How deep, to one decimal?",
    key: ["n:-38.83"],
    answer: "−38.83",
    accepts: ["-38.83"],
    qualifier: "exact",
    decimals: 1,
  }),
  asked({
    kind: "number",
    stem: "How many boats?",
    key: ["v:several hundred"],
    answer: "Several hundred",
    accepts: ["several hundred"],
  }),
  asked({
    kind: "date",
    stem: "On which date?",
    key: ["d:1890-05-24"],
    answer: "24 May 1890",
    accepts: ["24 May 1890"],
    precision: "day",
  }),
  asked({
    kind: "date",
    stem: "In which month and year?",
    key: ["d:1890-11"],
    answer: "November 1890",
    accepts: ["November 1890"],
    precision: "month",
  }),
  asked({
    kind: "date",
    stem: "From which month and year to which date?",
    key: ["d:1890-11", "d:1891-03-05"],
    answer: "November 1890 to 5 March 1891",
    accepts: ["November 1890 to 5 March 1891"],
    precision: "month",
    span: { from: "month", to: "day" },
  }),
  asked({
    kind: "order",
    stem: "Put these in order, earliest first.",
    card: null,
    options: [option("e:c", "C & <D>", true), option("e:a", "A", true), option("e:b", "B", true)],
    key: ["e:a", "e:b", "e:c"],
    answer: "A → B → C & <D>",
  }),
  asked({
    kind: "match",
    stem: "Match each tower with its year; one is left over.",
    card: null,
    prompts: [
      { value: "e:a", text: "Tower = A" },
      { value: "e:b", text: "Tower -> B" },
    ],
    options: [option("d:1890", "1890", true), option("d:1891", "1891 -> or so", true), option("d:1892", "1892", false)],
    key: ["d:1890", "d:1891"],
    answer: "Tower = A: 1890; Tower -> B: 1891",
  }),
  asked({
    kind: "timeline",
    stem: "Where does the lamp belong?",
    prompts: [{ value: "e:lamp", text: "The lamp" }],
    options: [
      option(atStart, "Before the tower", false),
      option("e:tower", "The tower", true, { when: "May 1890" }),
      option("e:bell", "The bell", false, { when: "June 1891" }),
    ],
    key: ["e:tower"],
    answer: "Between the tower and the bell",
  }),
  asked({ kind: "flashcard", stem: "Who?", answer: "A" }),
];

export const quizOf = (questions: readonly Question[]): Quiz => ({
  title: "Tolls / Tides: {A} & B",
  variant: 2,
  questions: questions.map((question, index) => ({ number: index + 1, points: 1, question })),
});
