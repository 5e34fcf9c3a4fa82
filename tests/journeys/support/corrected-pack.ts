/** A pack of a journey's own, published beside those that come with Recite, and published again with one fact corrected. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inProject } from "../../../scripts/lib/project.ts";
import { runNode } from "../../../scripts/lib/run.ts";
import { ownerUrl } from "./database.ts";

export type OwnPack = {
  readonly title: string;
  /** Publishes a revision in which that fact has another object; throws when no line has the fact with the old one. */
  readonly correct: (fact: string, from: string, to: string) => Promise<void>;
  readonly remove: () => void;
};

/** Publishes a copy of the chemical elements under another name, so that a correction of it meets nobody else. */
export async function publishOwnPack(): Promise<OwnPack> {
  const folder = mkdtempSync(path.join(tmpdir(), "recite-own-pack-"));
  // A name of its own each time: two runs beside each other do not correct each other's.
  const key = `elements-${Date.now().toString(36)}`;
  const home = path.join(folder, key);
  cpSync(inProject("content/packs/chemical-elements"), home, { recursive: true });
  const change = (file: string, edit: (text: string) => string) => {
    const before = readFileSync(path.join(home, file), "utf8");
    const after = edit(before);
    if (after === before) throw new Error(`Nothing was changed in ${file}.`);
    writeFileSync(path.join(home, file), after);
  };
  const title = `Elements to be corrected ${key.slice(-3)}`;
  change("pack.yaml", (text) => text.replace(/^key: .*$/m, `key: ${key}`).replace(/^title: .*$/m, `title: ${title}`));
  await publish(folder);
  return {
    title,
    correct: async (fact, from, to) => {
      change("facts.yaml", (text) =>
        text
          .split("\n")
          .map((line) => (line.includes(`{ key: ${fact}, `) ? line.replace(`o: ${from},`, `o: ${to},`) : line))
          .join("\n"),
      );
      await publish(folder);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function publish(folder: string): Promise<void> {
  const program = `import { publishPacks } from ${JSON.stringify(inProject("lib/server/publish.ts"))};
    await publishPacks(process.env.DATABASE_ADMIN_URL, process.env.PACKS);`;
  await runNode(["--conditions=react-server", "--input-type=module", "--eval", program], {
    name: "Publishing a journey's pack",
    env: { ...process.env, DATABASE_ADMIN_URL: await ownerUrl(), PACKS: folder },
  });
}
