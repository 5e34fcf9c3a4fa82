import "server-only";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { commonPasswords } from "./common-passwords.ts";
import { Refusal } from "./refusal.ts";

/** Characters of a password. The upper bound is there because hashing costs time. */
export const passwordLength = { least: 12, most: 128 } as const;

// OWASP's minimum for argon2id: 19 MiB, two passes, one lane; argon2id is the library's default.
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * At most this many hashes at a time: they share the threads that also read files and resolve names, and one core is left to everybody else. With
 * two on two cores, 500 who sign in within a second held up another page for 0.8 to 1.1 s (95 of 100), with one for 0.15 s, and the last was in
 * after 10 s in place of 9 (npm run bench -- signin).
 */
const mostRunning = Math.max(1, Math.min(2, availableParallelism() - 1));
/**
 * At most this many wait, a whole school at once (decision 13); the next is told to come back, so that a flood cannot pile up. Waiting costs
 * nothing; pages for those who are sent away, all made in one moment, cost everybody else: with 50 places and 300 wrong passwords at once
 * /healthz took 6.1 s (95 of 100), with 600 places 0.4 s, on one busy machine (npm run bench -- flood).
 */
const mostWaiting = 600;

let running = 0;
const waiting: (() => void)[] = [];

/** Hashes a password; throws a Refusal (503) when too many wait. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password), costs));
}

/**
 * Is it this password? For null, which is somebody unknown or without a password, it takes as long and is false: an
 * answer tells nothing about who has an account. Throws a Refusal (503) when too many wait.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await inTurn(() => verify(stored ?? nobodys, normal(password)));
  return right && stored !== null;
}

/**
 * What speaks against a new password, as codes: too-short, too-long, common, repeats, own-words. No rules about kinds of
 * characters. `ownWords` are what anyone may know of this account.
 */
export function passwordProblems(password: string, ownWords: readonly string[]): string[] {
  const length = [...normal(password)].length;
  if (length < passwordLength.least) return ["too-short"];
  if (length > passwordLength.most) return ["too-long"];
  const folded = normal(password).toLowerCase();
  if (commonPasswords.has(folded) || commonPasswords.has(folded.replace(/[^\p{L}]+$/u, ""))) return ["common"];
  if (isPattern(folded)) return ["repeats"];
  return restWithout(folded, ownWords) < 8 ? ["own-words"] : [];
}

/** One spelling for what looks the same: keyboards differ in how they compose "é". */
const normal = (password: string): string => password.normalize("NFC");

/** A short piece again and again, or a run along the alphabet, the digits or the keyboard's rows. */
function isPattern(folded: string): boolean {
  if (/^(.{1,4})\1+.{0,3}$/su.test(folded)) return true;
  const steps = [...folded].map((char, at, all) => (all[at + 1]?.codePointAt(0) ?? 0) - (char.codePointAt(0) ?? 0));
  const even = steps.slice(0, -1).filter((step) => Math.abs(step) <= 1).length;
  return even >= folded.length - 2 || rows.some((row) => row.includes(folded));
}

const rows = [
  "qwertyuiopasdfghjklzxcvbnm",
  "1234567890qwertyuiop",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "qwertzuiopasdfghjklyxcvbnm",
]
  .flatMap((row) => [row, [...row].reverse().join("")])
  .map((row) => row + row);

/** Letters and digits left when the words anyone may know are taken out. */
function restWithout(folded: string, ownWords: readonly string[]): number {
  const words = [...ownWords, "recite", "password", "passwort"]
    .flatMap((word) =>
      normal(word)
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ""), folded);
  // Something of one's own between or beside those words is enough, if there is enough of it.
  return rest === folded ? rest.length : [...rest.replace(/[^\p{L}\p{N}]+/gu, "")].length;
}

/** Of a password that nobody knows, the author included: made of 32 random bytes that were not kept. */
const nobodys = "$argon2id$v=19$m=19456,t=2,p=1$AQ2tVnwLaNNfaEJZNPlwlQ$7IbXRe/gY/C9nYwScWh98YKxPMO8+hnmTNZ0YuBH/D0";

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= mostRunning) {
    if (waiting.length >= mostWaiting) throw new Refusal(503, "unavailable", { retryAfter: 5 });
    // Whoever ends hands the turn on, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
