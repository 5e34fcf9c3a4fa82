/** What is asked of things that follow one another: an end of a span (Q10), the neighbour (Q4), the first and the last (Q5). */
import { apart } from "./calendar.ts";
import { isSame } from "./kin.ts";
import { type Fact, factOf, factsOf, type Pack, type Value } from "./pack.ts";
import type { Question } from "./question.ts";
import { boundDay, isClaim, type Reading } from "./readings.ts";
import { isClosed, type Query, type Verdict } from "./verdict.ts";

/** Q10 at an end of a span: the day given, of the one term that the subject has. */
export function boundVerdict(pack: Pack, fact: Fact, side: "from" | "to", value: Value): Verdict {
  const bounds = pack.facts
    .filter(
      (one) => one.relation === fact.relation && isSame(one.subject, fact.subject) && isSame(one.object, fact.object),
    )
    .map((one) => one[side]);
  if (value.kind !== "date" || isClaim(fact)) return "U";
  if (bounds.some((bound) => bound === "open" || bound === "unknown")) return "U";
  const dates = bounds.filter((bound) => typeof bound !== "string");
  if (dates.every((date) => date.edtf === value.when.edtf)) return "T";
  return dates.every((date) => apart(date, value.when)) ? "F" : "U";
}

/** Q4, `one` for the next and `other` for the one before: the holder whose time meets that of the named one, on the same day or the next, in a sequence without gaps in what is known. */
export function neighbourVerdict(
  pack: Pack,
  side: "one" | "other" | null,
  [asked, named]: readonly Fact[],
  value: Value,
  reading: Reading,
): Verdict {
  const holders = holdersIn(pack, asked!, reading);
  const isClosedSet = pack.relations
    .find(({ key }) => key === asked!.relation)!
    .closed.some(({ object }) => asked!.object.kind === "entity" && object === asked!.object.entity);
  const terms = holders.filter((one) => isSame(one.subject, named?.subject ?? value));
  if (!named || !isClosedSet || terms.length !== 1 || named.capacity !== null) return "U";
  if (side === null) return "U";
  const next = side === "one";
  const meets = (one: Fact) => {
    const gap = next
      ? boundDay(one, "from", reading) - boundDay(named, "to", reading)
      : boundDay(named, "from", reading) - boundDay(one, "to", reading);
    return gap === 0 || gap === 1;
  };
  const neighbours = holders.filter((one) => one.key !== named.key && meets(one));
  if (neighbours.some(({ capacity }) => capacity === "joint")) return "U";
  if (neighbours.some((one) => !isSame(one.subject, value)))
    return neighbours.some((one) => isSame(one.subject, value)) ? "U" : "F";
  return neighbours.length > 0 ? "T" : "U";
}

/** All who held what a fact is about, in any order, of those who count in a world (R7). */
function holdersIn(pack: Pack, { relation, object }: Fact, { claimantsCount }: Reading): Fact[] {
  return factsOf(pack, relation).filter(
    (one) => !one.negative && isSame(one.object, object) && (claimantsCount || !isClaim(one)),
  );
}

/** Q5: the earliest or the latest beginning of a closed set, as of the date in the stem. */
export function endVerdict(pack: Pack, question: Question, query: Query, value: Value, reading: Reading): Verdict {
  if (query.asked.kind !== "as-of" || query.hole !== "subject" || !isClosed(pack, query)) return "U";
  const first = /\bfirst\b/.test(question.stem);
  if (first === /\b(last|most recent)\b/.test(question.stem)) return "U";
  const holders = holdersIn(pack, factOf(pack, question.facts[0]!), reading);
  const begins = (one: Fact) => boundDay(one, "from", reading) * (first ? 1 : -1);
  const best = Math.min(...holders.map(begins));
  const ends = holders.filter((one) => begins(one) === best);
  if (ends.length !== 1) return "U";
  return isSame(ends[0]!.subject, value) ? "T" : "F";
}
