import "server-only";

/** What somebody signs in with: an address or a user name, in the one spelling that is stored. */
export type Login = { readonly email: string } | { readonly username: string };

// Plain ASCII on both sides: an address with a look-alike letter belongs to somebody else.
const address =
  /^(?=.{3,254}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

const userName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,30}[\p{L}\p{M}\p{N}]$/u;

/**
 * Reads what was typed: with an @ an e-mail address, else a user name of 3 to 32 letters, digits, and ._- inside. Case,
 * blanks around it and compatible spellings do not matter. Null when it is neither.
 */
export function readLogin(typed: string): Login | null {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  if (text.includes("@")) return address.test(text) && text.indexOf("@") <= 64 ? { email: text } : null;
  return userName.test(text) ? { username: text } : null;
}

/** The one spelling of a login, for limits: also of what is none. */
export const loginText = (login: Login | null): string =>
  login === null ? "" : "email" in login ? login.email : login.username;

/**
 * A name to be shown, 1 to 80 characters, without what is invisible or turns the text around it; null when nothing is
 * left or it is longer.
 */
export function readName(typed: string): string | null {
  const name = typed
    .normalize("NFC")
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>"]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return name.length >= 1 && name.length <= 80 ? name : null;
}
