/** The code by which a class is joined: eight characters that survive being read aloud. */

/** Crockford's base 32: no I, L, O or U. */
export const codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const codeLength = 8;

/** A code that brings one person back stands alone, without a name: 60 bits. */
export const returnCodeLength = 12;

/** A code from random bytes (at least eight; 5 bits of each are used: 40 bits in all). */
export function codeFromBytes(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, codeLength), (byte) => codeAlphabet[byte & 31]).join("");
}

/** What somebody typed or pasted as a code, in its stored spelling; null when it can be none. */
export function parseCode(text: string, length: number = codeLength): string | null {
  const folded = text.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return folded.length === length && [...folded].every((letter) => codeAlphabet.includes(letter)) ? folded : null;
}

/** As printed: groups of four. */
export function formatCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}
