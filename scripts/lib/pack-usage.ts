/** What `npm run -s pack` can be asked for: each command with what it takes and what it does. */

const commands = {
  check: ["<pack> [--seed s]", "every problem as file:line:column; ends with 1 if there is any"],
  questions: [
    "<pack> [--plain] [--kind k] [--form Q3] [--fact key] [--seed s]",
    "every question, as a line of JSON or to be read",
  ],
  refusals: ["<pack> [--plain] [--fact key] [--seed s]", "what is not asked, and why, as lines of JSON or to be read"],
  grade: [
    '<pack> <question id> "<response>" [--seed s]',
    "fraction and why; several choices are parted by |, a pair is prompt = answer",
  ],
  stats: ["<pack> [--seed s]", "counts, facts that cannot be asked, facts with few questions"],
  new: [
    "<name> [--from table.csv] [--title words] [--publisher words] [--as-of 2024-05-27]",
    "a private pack under content/private, of a table or of a small example",
  ],
  preview: ["<pack> [--port 4180]", "a page of the facts, their questions and refusals, that follows the files"],
  verify: ["<pack> [--source s1=file]", "is every date, number and name written where it is cited?"],
  schema: ["", "writes the JSON Schemas of the files, for editors, to content/schema"],
} as const;

/** The name of a command. */
export type PackCommand = keyof typeof commands;

/** All of them. */
export const packCommands = Object.keys(commands) as readonly PackCommand[];

/** How a command is called, and what it does. */
export function usageOf(name: PackCommand): string {
  const [takes, does] = commands[name];
  return `Usage: npm run -s pack -- ${name} ${takes}\n${does.charAt(0).toUpperCase()}${does.slice(1)}${does.endsWith("?") ? "" : "."}`;
}

/** All commands, one a line; a pack is the name of a folder of content/packs or content/private, or any folder. */
export function usage(): string {
  const lines = Object.entries(commands).map(([name, [, does]]) => `  ${name.padEnd(10)}  ${does}`);
  return [
    "Usage: npm run -s pack -- <command> <pack> …",
    ...lines,
    "A command alone says what it takes. The guide: docs/packs.md.",
  ].join("\n");
}
