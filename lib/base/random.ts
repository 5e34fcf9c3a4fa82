/**
 * Chance that can be repeated: the same seed gives the same numbers on any machine, so any question can be asked again exactly.
 * Not for secrets.
 */

/** A 32-bit hash of a text, 0 .. 2³² − 1: FNV-1a over its UTF-16 units, then the finaliser of MurmurHash3 so that near texts differ widely. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return mixed(hash);
}

/** A source of numbers in [0, 1) for a seed: xoshiro128** (Blackman & Vigna 2018), its four words from `hash32`. */
export function seeded(seed: string): () => number {
  let a = hash32(`${seed}\u0001`);
  let b = hash32(`${seed}\u0002`);
  let c = hash32(`${seed}\u0003`);
  let d = hash32(`${seed}\u0004`) | 1; // never all four zero: that state would stay zero for ever
  return () => {
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (result >>> 0) / 0x1_0000_0000;
  };
}

/** A copy of the items in an order that the seed alone decides (Fisher and Yates); every order is as likely. */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const next = seeded(seed);
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    const moved = copy[last]!;
    copy[last] = copy[other]!;
    copy[other] = moved;
  }
  return copy;
}

function mixed(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
