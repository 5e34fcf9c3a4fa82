/** What the sources of lib/server say of themselves: which functions there are, for whom, what they call, and whether they write. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type ServerFunction = {
  readonly name: string;
  readonly file: string;
  readonly exported: boolean;
  /** The name and type of its first argument. */
  readonly first: string;
  readonly body: string;
  /** The file of lib/server that a name of its file comes from. */
  readonly imports: ReadonlyMap<string, string>;
};

const folder = path.join(import.meta.dirname, "../../lib/server");

/** Every function at the top level of lib/server, and the constants (of SQL, mostly) that they use. */
export function serverFunctions(): ServerFunction[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .flatMap((file) => {
      const text = withoutComments(readFileSync(path.join(folder, file), "utf8"));
      const imported = [...text.matchAll(/^import \{([^}]*)\} from "\.\/([\w-]+\.ts)"/gm)].flatMap(([, names, from]) =>
        names!.split(",").map((name) => [name.trim().split(" as ").at(-1)!, from!] as const),
      );
      return text.split(/^(?=(?:export )?(?:async )?(?:function|const|class) )/m).flatMap((body) => {
        const head = /^(export )?(?:async )?(?:function|const|class) (\w+)/.exec(body);
        if (!head) return [];
        const first = /^[^(]*\(\s*([^,)]*)/.exec(body)?.[1]?.trim() ?? "";
        const fromWhere = new Map<string, string>(imported);
        return [{ name: head[2]!, file, exported: head[1] !== undefined, first, body, imports: fromWhere }];
      });
    });
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

/** Functions that somebody calls as themselves: exported, and who asks comes first. */
export const asksAs = (all: readonly ServerFunction[]): ServerFunction[] =>
  all.filter(
    ({ exported, first, body }) =>
      exported && /^_?(viewer|session)\b/.test(first) && /^export (async )?function/.test(body),
  );

/** Statements that change rows, in SQL or through Prisma. */
const writing =
  /\b(?:insert into|update "?\w+"?(?: \w+)? set|delete from)\b|prisma\s*\.\w+\s*\.(?:create|update|upsert|delete)\w*\(/i;

/** The functions that write rows themselves or by what they call, as `file name`. */
export function writers(all: readonly ServerFunction[]): ReadonlySet<string> {
  return reaching(all, ({ body }) => writing.test(body));
}

/** Those of which this is true, and those that call one of them, as `file name`. */
export function reaching(
  all: readonly ServerFunction[],
  isOne: (each: ServerFunction) => boolean,
): ReadonlySet<string> {
  const known = new Set(all.map(keyOf));
  const calls = all.map((each) => {
    const words = new Set(each.body.match(/\b\w+\b/g));
    const called = [...words].map((name) => `${each.imports.get(name) ?? each.file} ${name}`);
    return { each, called: called.filter((key) => known.has(key) && key !== keyOf(each)) };
  });
  const found = new Set(all.filter(isOne).map(keyOf));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { each, called } of calls) if (called.some((key) => found.has(key))) found.add(keyOf(each));
  }
  return found;
}

export const keyOf = ({ file, name }: Pick<ServerFunction, "file" | "name">): string => `${file} ${name}`;
