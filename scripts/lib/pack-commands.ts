/** The commands of `npm run pack`: each reads a pack, prints, and returns its exit code. */
import path from "node:path";
import type { Problem } from "../../lib/facts/fact.ts";
import { type Facts, indexPack } from "../../lib/facts/facts.ts";
import { questionsOf, refusalsOf } from "../../lib/questions/bank.ts";
import { mark } from "../../lib/questions/mark.ts";
import type { Question, Response } from "../../lib/questions/question.ts";
import { statsOf } from "../../lib/questions/stats.ts";
import { packArguments } from "./pack-arguments.ts";
import { findingProblems } from "./pack-faults.ts";
import { plainQuestion, plainRefusals } from "./pack-plain.ts";
import { usageOf } from "./pack-usage.ts";
import { loadPack } from "./read-pack.ts";

/** Prints every problem of the pack's files and every fault that the checks find in its questions; 1 if there is any. */
export function check(args: readonly string[]): number {
  const { folder, selection } = packArguments("check", args);
  const { pack, problems } = loadPack(folder);
  const found = [...problems];
  let count = 0;
  let silent: string[] = [];
  if (pack) {
    const facts = indexPack(pack);
    found.push(...findingProblems(facts, folder, selection.seed));
    const asked = new Set<string>();
    for (const question of questionsOf(facts, selection)) {
      count++;
      for (const fact of question.facts) asked.add(fact);
    }
    silent = pack.facts
      .filter(({ key, relation, askable }) => !asked.has(key) && (askable ?? facts.relation(relation).askable) !== "no")
      .map(({ key }) => key);
  }
  for (const problem of found) console.log(lineOf(problem, folder));
  // No fault: but their author may think that they are asked.
  if (silent.length > 0)
    console.log(
      `${silent.length} of ${pack!.facts.length} facts have no question: ${shortList(silent)}. Why: npm run -s pack -- refusals ${folder} --plain`,
    );
  if (found.length === 0) console.log(`${folder}: ${pack?.facts.length} facts, ${count} questions, no problems.`);
  return found.length > 0 ? 1 : 0;
}

/** The first ten, and how many more. */
function shortList(keys: readonly string[]): string {
  return keys.length > 10 ? `${keys.slice(0, 10).join(", ")} and ${keys.length - 10} more` : keys.join(", ");
}

/** Prints every question as one line of JSON, or as it is read. */
export function questions(args: readonly string[]): number {
  const { folder, selection, plain } = packArguments("questions", args);
  const found = [...questionsOf(factsOf(folder), selection)];
  print(found.map(plain ? plainQuestion : (question) => JSON.stringify(printed(question))));
  return 0;
}

/** Prints form, reason, detail and facts of everything that is not asked. */
export function refusals(args: readonly string[]): number {
  const { folder, selection, plain } = packArguments("refusals", args);
  const found = [...refusalsOf(factsOf(folder), selection.seed)].filter(
    ({ facts }) => selection.fact === undefined || facts.includes(selection.fact),
  );
  const lines = found.map(({ form, facts, reason, detail }) => JSON.stringify({ form, facts, reason, detail }));
  print(plain ? plainRefusals(found) : lines);
  return 0;
}

/** Prints the mark of a response, and the sentences that say why. */
export function grade(args: readonly string[]): number {
  const { folder, rest, selection } = packArguments("grade", args);
  const [id, text] = rest;
  if (id === undefined || text === undefined) throw new Error(usageOf("grade"));
  const question = questionsOf(factsOf(folder), selection).find((one) => one.id === id);
  if (!question)
    throw new Error(
      `There is no question ${id} with the seed ${selection.seed}; if it was printed with another, say so: --seed <seed>.`,
    );
  const response = responseTo(question, text);
  const given = mark(question, response);
  const chosen = question.options.filter(({ value }) => valuesIn(response).includes(value));
  console.log(
    JSON.stringify({
      ...(given.kind === "marked" ? { fraction: given.fraction, notes: given.notes } : { askAgain: given.note }),
      response,
      why: question.why,
      whyNot: chosen.flatMap(({ whyNot }) => whyNot ?? []),
    }),
  );
  return 0;
}

/** Prints the counts of a pack as JSON, one field a line. */
export function stats(args: readonly string[]): number {
  const { folder, selection } = packArguments("stats", args);
  console.log(JSON.stringify(statsOf(factsOf(folder), selection.seed), null, 2));
  return 0;
}

/** A question as the command prints it: the snapshot without what only marking needs. */
function printed(question: Question) {
  const { id, pack, facts, form, kind, topic, kicker, stem, choose, options, key, answer, accepts, time, closeness } =
    question;
  return {
    id,
    facts,
    form,
    kind,
    stem,
    options: options.map(({ text, when, value, right, synthetic }) => ({
      text,
      ...(when === undefined ? {} : { when }),
      value,
      right,
      ...(synthetic ? { synthetic } : {}),
    })),
    key,
    accepts,
    time,
    closeness,
    // Of each place, which sentences of the Why and which options' stand there.
    citations: question.citations.map(({ source, locator, sentences, options: of }) => ({
      source,
      locator,
      sentences,
      options: of,
    })),
    why: question.why,
    ...(question.span ? { span: question.span } : {}),
    whyNot: options.flatMap(({ whyNot }) => whyNot ?? []),
    seed: question.seed,
    revision: question.revision,
    pack,
    topic,
    kicker,
    choose,
    answer,
    card: question.card,
    parts: question.parts,
    ...(question.span ? { span: question.span } : {}),
    ...(question.prompts ? { prompts: question.prompts } : {}),
    ...(question.cue ? { cue: question.cue } : {}),
  };
}

/** A response from words: options by their value or text, several separated by " | ". */
function responseTo(question: Question, text: string): Response {
  const values = text
    .split("|")
    .map((part) => part.trim())
    .map(
      (part) =>
        question.options.find((option) => option.value === part || option.text.toLowerCase() === part.toLowerCase())
          ?.value ?? part,
    );
  switch (question.kind) {
    case "choice":
      return { kind: "choice", value: values[0]! };
    case "true-false":
      return { kind: "true-false", value: /^t(:true|rue)?$/i.test(values[0]!) ? "t:true" : "t:false" };
    case "multi-select":
      return { kind: "multi-select", values };
    case "order":
      return { kind: "order", values };
    case "match":
      return { kind: "match", pairs: pairsFrom(question, text) };
    case "timeline":
      return { kind: "timeline", value: values[0]! };
    case "date":
      return question.span && values.length === 2
        ? { kind: "date", text: values[0]!, to: values[1]! }
        : { kind: "date", text };
    case "number":
      return { kind: "number", text };
    case "flashcard":
      return { kind: "flashcard", rating: text === "again" || text === "hard" || text === "easy" ? text : "good" };
    default:
      return { kind: "typed", text };
  }
}

/** Pairs from "prompt = option | prompt = option", each by its value or text. */
function pairsFrom({ prompts = [], options }: Question, text: string) {
  const named = (words: string, among: readonly { readonly value: string; readonly text: string }[]) =>
    among.find((each) => each.value === words || each.text.toLowerCase() === words.toLowerCase())?.value ?? words;
  return text.split("|").map((pair) => {
    const [prompt = "", value = ""] = pair.split("=").map((words) => words.trim());
    return { prompt: named(prompt, prompts), value: named(value, options) };
  });
}

function valuesIn(response: Response): readonly string[] {
  if (response.kind === "choice" || response.kind === "true-false" || response.kind === "timeline")
    return [response.value];
  return response.kind === "multi-select" ? response.values : [];
}

function lineOf({ file, line, column, severity, code, message }: Problem, folder: string): string {
  return `${path.join(folder, file)}:${line}:${column}: ${severity} ${code}: ${message}`;
}

/** The indexed pack; a pack with errors cannot be asked. */
function factsOf(folder: string): Facts {
  const { pack, problems } = loadPack(folder);
  if (pack) return indexPack(pack);
  const errors = problems.filter(({ severity }) => severity === "error");
  throw new Error(
    [...errors.slice(0, 20).map((problem) => lineOf(problem, folder)), `${errors.length} errors; see check.`].join(
      "\n",
    ),
  );
}

/** One write, so that a pipe that is closed early ends the command quietly. */
function print(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
}
