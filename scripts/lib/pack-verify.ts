/** `pack verify`: holds a pack against a copy of its document, which stays where it is. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { textOf, textOfRows } from "../../lib/packs/passages.ts";
import { type Missing, verifyFacts } from "../../lib/packs/verify.ts";
import { folderOf } from "./pack-arguments.ts";
import { usageOf } from "./pack-usage.ts";
import { loadPack } from "./read-pack.ts";
import { rowsIn } from "./table-rows.ts";

/**
 * Looks for every date, number and name at its locator, in the copy that is given or, without one, in that of the pack's folder.
 * Ends with 1 when a copy is not the one that the pack pins, or when a date or number is not where it is cited; names in other words
 * are listed only.
 */
export function verify(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { source: { type: "string", multiple: true, default: [] } },
  });
  if (positionals.length !== 1) throw new Error(usageOf("verify"));
  const folder = folderOf(positionals[0]!);
  const { pack } = loadPack(folder);
  if (!pack) throw new Error(`${folder} has errors; see check.`);
  const given = new Map(
    values.source.map((each) =>
      copyOf(
        each,
        pack.sources.map(({ key }) => key),
      ),
    ),
  );

  let isGood = true;
  for (const { key, document } of pack.sources) {
    const file = given.get(key) ?? (document?.file ? path.join(folder, document.file) : undefined);
    if (file === undefined) {
      console.log(`${key}: no copy given: --source ${key}=<file> looks in yours.`);
      continue;
    }
    const copy = readFileSync(file);
    const hash = createHash("sha256").update(copy).digest("hex");
    if (document && document.sha256 !== hash) {
      console.log(
        `${key}: ${file} is another document than the pack was written from: its sha256 is ${hash}, not ${document.sha256}.`,
      );
      isGood = false;
      continue;
    }
    const { citations, missing, unplaced } = verifyFacts(pack, key, textIn(file, copy.toString("utf8")));
    for (const { locator, facts } of unplaced)
      console.log(
        `${key}, ${locator}: this place was not found by its words, so all of the document was searched (${facts.join(", ")})`,
      );
    for (const each of missing) console.log(lineOf(key, each));
    const hard = missing.filter(({ what, shared }) => what !== "name" && !shared).length;
    const names = missing.filter(({ what }) => what === "name").length;
    console.log(
      `${key}: ${citations} citations looked up. Not at their place: ${hard} dates or numbers, to be mended; ${names} names, which may be there in other words; ${missing.length - hard - names} dates or numbers of facts that cite another document too. ${unplaced.length} places were not found.${document ? "" : " The pack pins no copy, so any was taken."}`,
    );
    isGood &&= hard === 0;
  }
  return isGood ? 0 : 1;
}

/** A document as lines of words: markup without its tags, a table as numbered rows. */
function textIn(file: string, text: string): string {
  if (/\.(?:csv|tsv)$/i.test(file)) return textOfRows(rowsIn(text, file));
  return textOf(text, /\.(?:html?|xml|cnxml|xhtml)$/i.test(file) ? "markup" : "plain");
}

function copyOf(words: string, sources: readonly string[]): [string, string] {
  const at = words.indexOf("=");
  const name = words.slice(0, at);
  const key = sources.find((source) => source.toLowerCase() === name.toLowerCase());
  if (at < 1 || key === undefined)
    throw new Error(`${usageOf("verify")}\nThe sources of the pack: ${sources.join(", ")}.`);
  const file = words.slice(at + 1);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  return [key, file];
}

function lineOf(source: string, { fact, locator, what, words, elsewhere, placed }: Missing): string {
  const where = placed
    ? `searched: the passage under “${headOfLocator(locator)}”`
    : "searched: the whole document, for the place was not found";
  const found = elsewhere ? "is elsewhere in the document" : "is not in the document in these words";
  return `${source}, ${locator}: ${fact}: ${what} “${words}” ${found} (${where})`;
}

/** What of a locator names the place: the words before the first comma. */
function headOfLocator(locator: string): string {
  return locator.split(",", 1)[0]!;
}
