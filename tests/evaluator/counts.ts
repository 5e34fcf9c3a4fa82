/**
 * `node tests/evaluator/counts.ts`: how many questions of each form and kind each pack gives at one seed, as tables, and in how many of them the
 * evaluator finds a fault.
 */
import path from "node:path";
import { packFolders, questionsOf } from "./command.ts";
import { faultsOf } from "./judge.ts";
import { readFolder } from "./read.ts";

const kinds = "choice multi-select true-false cloze typed number date order match timeline flashcard".split(" ");
const forms = Array.from({ length: 16 }, (_, index) => `Q${index + 1}`);

for (const folder of packFolders) {
  const pack = readFolder(folder);
  const questions = await questionsOf(folder, process.argv[2] ?? "1");
  const faulty = questions.filter((question) => faultsOf(pack, question).length > 0);
  const table = forms
    .map((form) => ({ form, of: questions.filter((one) => one.form === form) }))
    .filter(({ of }) => of.length > 0)
    .map(({ form, of }) => {
      const counts = kinds.map((kind) => of.filter((one) => one.kind === kind).length || "");
      return `| ${[form, ...counts, of.length].join(" | ")} |`;
    });
  console.log(`\n${path.basename(folder)}: ${questions.length} questions, ${faulty.length} with a fault\n`);
  console.log(`| form | ${kinds.join(" | ")} | all |\n|---|${"---|".repeat(kinds.length + 1)}`);
  console.log(table.join("\n"));
}
