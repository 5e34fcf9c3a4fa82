/**
 * One spelling for a value, so that equal values have equal hashes: JSON without blanks, keys in the order of their UTF-16 units.
 * For the values we store this is RFC 8785 (JSON Canonicalization Scheme).
 */

/**
 * The canonical JSON of plain data. A field that is undefined is left out, as `JSON.stringify` does.
 * Throws on what JSON cannot say (NaN, Infinity, functions, bigints, undefined in a list): a hash of it would mean nothing.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: ${value} is not a JSON number`);
      return JSON.stringify(value);
    case "object": {
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
      const record = value as Readonly<Record<string, unknown>>;
      let fields = "";
      for (const key of Object.keys(record).sort()) {
        const field = record[key];
        if (field !== undefined) fields += `${fields === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(field)}`;
      }
      return `{${fields}}`;
    }
    default:
      throw new TypeError(`canonicalJson: a ${typeof value} has no JSON`);
  }
}
