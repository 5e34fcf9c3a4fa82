/** The name under which a question is stored for ever. */
import { canonicalJson } from "../base/canonical.ts";
import { sha256 } from "../base/sha256.ts";
import type { Question } from "./question.ts";

/** SHA-256 of the question's canonical JSON, in hexadecimal: equal questions have equal hashes on any machine. */
export function hashQuestion(question: Question): string {
  return sha256(canonicalJson(question));
}
