/** "a" or "an", chosen by sound: an hour, a European, an MoD official, a UN body, an NMI adviser. */

/** Letters whose English names begin with a vowel sound: F is "eff", N is "en". */
const vowelNames = "AEFHILMNORSX";

/** Words written with a vowel but said with a consonant, by their first letters. */
const consonantSounds = /^(?:eu|ew|uni(?!n|m)|ub[iu]|us[aeiu]|usual|ut[ei]|uru|ura|one(?!i)|once|ouija)/;

/** Words written with a consonant but said with a vowel. */
const vowelSounds = /^(?:hour|heir|honest|honou?r|herb(?!ert|ivor))/;

/** The indefinite article for the words that follow it. */
export function aOrAn(words: string): "a" | "an" {
  const word = /[\p{L}\p{N}]+/u.exec(words)?.[0] ?? "";
  if (/^\p{N}/u.test(word)) return /^(?:8|1[18](?!\d)|1[18]\d{3}(?!\d))/.test(word) ? "an" : "a";
  if (isSpelledOut(word)) return vowelNames.includes(word[0]!) ? "an" : "a";
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  if (vowelSounds.test(plain)) return "an";
  return /^[aeiou]/.test(plain) && !consonantSounds.test(plain) ? "an" : "a";
}

/** Said letter by letter: UN, NMI, MoD; but not NATO or ISAF, which are said as words (a vowel second or third among four or more). */
function isSpelledOut(word: string): boolean {
  const capitals = word.replace(/[^A-Z]/g, "").length;
  if (word.length === 1) return /[A-Z]/.test(word);
  if (capitals < 2 || !/^[A-Z]/.test(word)) return false;
  if (word.length >= 4 && capitals === word.length) return !/^[A-Z]?[AEIOU]/.test(word);
  return true;
}
