import "server-only";
import { type Format, fileOf, formats } from "../interop/file.ts";
import type { Quiz } from "../interop/item.ts";

/** The format that an address names; null for none of ours. */
export const formatIn = (given: string | undefined): Format | null =>
  formats.find((format) => format === given) ?? null;

/** A quiz as a file to be saved, not shown. */
export function download(quiz: Quiz, format: Format): Response {
  const { text, name, type } = fileOf(quiz, format);
  return new Response(text, {
    headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  });
}
