/** Places in one document in few words: what several have in common is said once ("Commanders, row 1, row 4; lead paragraph"). */
export function placesInShort(locators: readonly string[]): string {
  const byHead = Map.groupBy(locators, (locator) => locator.slice(0, Math.max(0, locator.lastIndexOf(", "))));
  return [...byHead]
    .flatMap(([head, places]) => {
      if (head === "") return places;
      const tails = places.map((place) => place.slice(head.length + 2)).sort(inNumber.compare);
      return [`${head}, ${tails.join(", ")}`];
    })
    .join("; ");
}

/** A document's date beside its citation: "between …", not "undated (between …)", where the citation says already that it is undated. */
export function dateBeside(cite: string, dated: string): string {
  const stretch = /^undated \((.+)\)$/.exec(dated)?.[1];
  return stretch && /\bundated$/.test(cite) ? stretch : dated;
}

/** Row 10 comes after row 9. */
const inNumber = new Intl.Collator("en", { numeric: true });
