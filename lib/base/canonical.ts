/**
 * One spelling for a value, so that equal values have equal hashes: JSON without blanks, keys in the order of their UTF-16 units.
 * For the values we store this is RFC 8785 (JSON Canonicalization Scheme).
 */

/**
 * The canonical JSON of plain data. A field that is undefined is left out, as `JSON.stringify` does.
 * Throws on what JSON cannot say (NaN, Infinity, functions, bigints, undefined in a list): a hash of it would mean nothing.
 */
export function canonicalJson(value: unknown): string {
  const odd = { found: false };
  const copy = inOrder(value, odd);
  return odd.found ? written(value) : JSON.stringify(copy);
}

/**
 * A copy whose fields were added in the order of their names: `JSON.stringify`, far faster than we, writes them in that order.
 * Not so the names that objects treat as their own (numbers come first, `__proto__` is no field): these are reported as odd.
 */
function inOrder(value: unknown, odd: { found: boolean }): unknown {
  if (typeof value !== "object" || value === null) return checked(value);
  if (Array.isArray(value)) return Array.from(value, (item) => inOrder(item, odd));
  const record = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(record).sort()) {
    if (key === "__proto__" || isDigit(key.charCodeAt(0))) odd.found = true;
    else if (record[key] !== undefined) copy[key] = inOrder(record[key], odd);
  }
  return copy;
}

/** The same, written field by field. */
function written(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(checked(value));
  if (Array.isArray(value)) return `[${Array.from(value, written).join(",")}]`;
  const record = value as Readonly<Record<string, unknown>>;
  const fields = Object.keys(record)
    .sort()
    .filter((key) => record[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${written(record[key])}`);
  return `{${fields.join(",")}}`;
}

function checked(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TypeError(`canonicalJson: ${typeof value === "number" ? value : `a ${typeof value}`} has no JSON`);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
