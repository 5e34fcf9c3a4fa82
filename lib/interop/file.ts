/** A quiz as a file of a learning system. */
import { gift } from "./gift.ts";
import type { Quiz, Written } from "./item.ts";
import { moodleXml } from "./moodle-xml.ts";

/** The formats, as they stand in addresses. */
export const formats = ["moodle.xml", "gift.txt"] as const;
export type Format = (typeof formats)[number];

export type File = Written & { readonly name: string; readonly type: string };

/** The quiz in a format; its name tells its title and variant. */
export function fileOf(quiz: Quiz, format: Format): File {
  const written = format === "moodle.xml" ? moodleXml(quiz) : gift(quiz);
  const type = format === "moodle.xml" ? "application/xml" : "text/plain";
  return {
    ...written,
    name: `${fileName(quiz.title)}-variant-${quiz.variant}.${format}`,
    type: `${type}; charset=utf-8`,
  };
}

/** A title as the name of a file on any system: letters, digits and hyphens. */
export function fileName(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return plain.slice(0, 60) || "quiz";
}
