/** Changes to the files of a pack, as an author would make them: by text, record for record. */
import type { Copy } from "./command.ts";

/** Records in another order; every record begins with a dash at the start of a line. */
export function reversed(text: string): string {
  const records = text.split(/^(?=- )/m).map((record) => record.replaceAll(/^#.*\n?/gm, "").trimEnd());
  return `${records
    .filter((record) => record.startsWith("- "))
    .reverse()
    .join("\n")}\n`;
}

/** One more fact about something of which nothing else speaks, of a relation and types of its own, and asked nowhere. */
export function addUnrelated(copy: Copy): void {
  copy.edit("pack.yaml", (text) =>
    text.replace(
      /^types:\n/m,
      () =>
        "types:\n  - { key: zzz-comet, noun: [comet, comets], wh: Which comet }\n  - { key: zzz-sky, noun: [sky, skies], wh: Which sky }\n",
    ),
  );
  copy.edit(
    "entities.yaml",
    (text) =>
      `${text.trimEnd()}\n- { key: zzz-a, type: zzz-comet, name: Zubenel }\n- { key: zzz-b, type: zzz-sky, name: Zaurak }\n`,
  );
  copy.edit(
    "relations.yaml",
    (text) =>
      `${text.trimEnd()}\n- key: zzz-crossed\n  subject: [zzz-comet]\n  object: [zzz-sky]\n  temporal: false\n  frames: { fact: "{s} crossed {o}." }\n`,
  );
  const [, topic] = /^topics:\n\s+- \{ key: ([\w-]+)/m.exec(copy.read("pack.yaml"))!;
  const [, source] = /^- (?:\{ )?key: ([\w-]+)/m.exec(copy.read("sources.yaml"))!;
  copy.edit(
    "facts.yaml",
    (text) =>
      `${text.trimEnd()}\n- { key: zzz-fact, s: zzz-a, r: zzz-crossed, o: zzz-b, topic: ${topic}, cite: [{ source: ${source}, at: nowhere }] }\n`,
  );
}

/** Nothing is said to be all any more: no list is complete, no relation closed. */
export function openAll(copy: Copy): void {
  copy.edit("lists.yaml", (text) => text.replaceAll(/complete: (?:as_named|"?yes"?)/g, "complete: no"));
  copy.edit("relations.yaml", (text) => text.replaceAll(/^ {2}closed:(?: \[.*\]\n|\n(?: {4}.*\n)+)/gm, ""));
}

/** The first day of each fact given as its month; the keys of the facts. */
export function blurred(copy: Copy, isChosen: (index: number) => boolean): string[] {
  const facts: string[] = [];
  let index = 0;
  copy.edit("facts.yaml", (text) =>
    text
      .split("\n")
      .map((line) => {
        const key = /^- \{ key: ([\w-]+)/.exec(line)?.[1];
        const date = /\b(?:from|to|date): (-?\d{4}-\d\d)-\d\d\b/.exec(line);
        if (key === undefined || !date || !isChosen(index++)) return line;
        facts.push(key);
        return line.replace(date[0], () => date[0].slice(0, -3));
      })
      .join("\n"),
  );
  return facts;
}
