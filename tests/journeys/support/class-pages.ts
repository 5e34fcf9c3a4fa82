/** The addresses of all pages and files that belong to one class, made from the sources: what is new is among them. */
import { readdirSync } from "node:fs";
import path from "node:path";

/** What stands in an address in place of [names]. */
export type Named = Readonly<Record<"class" | "assignment" | "student", string>>;

/** Each once; of files whose name is a parameter one. */
export function pagesOfClass(named: Named): string[] {
  const values: Readonly<Record<string, string>> = { ...named, format: "moodle.xml", file: "students.csv" };
  const root = path.resolve("app/[locale]/(site)");
  return readdirSync(path.join(root, "classes/[class]"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
    .map((file) => path.posix.dirname(path.posix.join("/classes/[class]", file)))
    .map((address) =>
      address.replace(/\[(\w+)\]/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`Say what stands for [${name}] in ${address}.`);
        return value;
      }),
    );
}
