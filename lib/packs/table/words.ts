/** What the words at the head of a column are: a noun, what was done to a thing, what somebody did, an end of a span, a person or not. */

/** How a header reads in a sentence. `preposition` is what ends it: "designed by". */
export type HeaderWords =
  | { readonly sort: "noun" }
  | { readonly sort: "undergone"; readonly preposition: string | null }
  /** "crosses", with "cross" for what follows "does". */
  | { readonly sort: "does"; readonly infinitive: string }
  | { readonly sort: "done"; readonly infinitive: string };

const wordList = (words: string): ReadonlySet<string> => new Set(words.split(" "));

function wordPairs(words: string): ReadonlyMap<string, string> {
  return new Map(words.split(" ").map((pair) => pair.split(":") as [string, string]));
}

/** Deeds as a table writes them, with what follows "did". */
const deeds = wordPairs(
  "appeared:appear arrived:arrive became:become began:begin came:come collapsed:collapse departed:depart died:die " +
    "ended:end expired:expire fell:fall gave:give graduated:graduate handed:hand joined:join left:leave married:marry moved:move " +
    "ran:run resigned:resign retired:retire returned:return rose:rise sank:sink started:start stepped:step took:take went:go won:win",
);

/** Participles that do not end in -ed. */
const participles = wordList(
  "begun born bought built caught chosen cut drawn driven flown fought found given held hung known laid lit lost made met paid put read rebuilt " +
    "seen sent set shot shown sold struck sung sunk sworn taken taught thrown torn won worn woven written",
);

/** What things do at all times, as a header says it of one of them; none that may as well be the plural of a noun ("plays"). */
const doings = wordPairs(
  "adjoins:adjoin belongs:belong carries:carry connects:connect contains:contain crosses:cross eats:eat flows:flow grows:grow joins:join lies:lie " +
    "lives:live overlooks:overlook owns:own precedes:precede protects:protect represents:represent serves:serve speaks:speak supplies:supply " +
    "teaches:teach treats:treat wears:wear",
);

/** Who does what is done to a thing: "designed by" names its designer. */
const agents = wordPairs(
  "built:builder carved:carver commissioned:commissioner composed:composer created:creator designed:designer discovered:discoverer donated:donor " +
    "drawn:artist edited:editor engraved:engraver financed:financier founded:founder illustrated:illustrator invented:inventor made:maker " +
    "painted:painter printed:printer published:publisher sponsored:sponsor translated:translator written:author",
);

/** The noun for those whom several names under "designed by" name; null where there is no plain one. */
export function agentOf(header: string): string | null {
  const verb = /^(\S+) by$/i.exec(header)?.[1]?.toLowerCase();
  return (verb !== undefined && agents.get(verb)) || null;
}

/** Does a header say that its cells are dates: "year opened", "date of opening", "opening date"? */
export function saysDate(noun: string): boolean {
  return /^(?:year|date|month)(?: |$)|^day |(?:^| )(?:year|date|day)$/i.test(noun);
}

/** The header without the word for what its cells are: "year opened" is "opened", "date of opening" is "opening"; others as they are. */
export function withoutDateWord(noun: string): string {
  const named = /^(?:year|date|month) of (?:the )?(\S.*)$/i.exec(noun)?.[1];
  const told = /^(?:year|date|month|day) (?!of )(\S.*)$/i.exec(noun)?.[1];
  if (named !== undefined) return named;
  return told !== undefined && headerWords(told).sort !== "noun" ? told : noun;
}

const prepositions = wordList("at by from in near of on to with");
/** Words that may follow a verb and leave it one: "took over", "opened to the public", "rebuilt after the fire". */
const particles = wordList(
  "after again as at away before by down for from in into near of off on out over to under up with",
);

/** Reads the words of a header; everything that is not surely a verb is taken for a noun. */
export function headerWords(noun: string): HeaderWords {
  const words = noun.toLowerCase().split(" ");
  const told = words.filter((word) => word !== "first" && word !== "last");
  const [verb = "", next] = told;
  // "height gained" begins with its noun, and so does "used lamps" end with one.
  if (next !== undefined && !particles.has(next)) return { sort: "noun" };
  const deed = deeds.get(verb);
  if (deed !== undefined && words[0] === verb) return { sort: "done", infinitive: [deed, ...told.slice(1)].join(" ") };
  const doing = doings.get(verb);
  if (doing !== undefined && words[0] === verb)
    return { sort: "does", infinitive: [doing, ...told.slice(1)].join(" ") };
  const last = told.at(-1)!;
  return participles.has(verb) || /\p{L}{2}[^e]ed$/u.test(verb)
    ? { sort: "undergone", preposition: told.length > 1 && prepositions.has(last) ? last : null }
    : { sort: "noun" };
}

const beginnings =
  /^(?:(?:in office|served|reigned|held) )?(?:from|since|start(?:ed|s)?|beg(?:i|a)n(?:ning|s)?|took (?:over|office|up))\b/;
const ends =
  /^(?:(?:in office|served|reigned|held) )?(?:to|until|till|end(?:ed|s)?|left(?: office)?|handed over|gave up|resigned|retired)\b/;

/** Which end of a span a header names; null for another. */
export function endOf(header: string): "from" | "to" | null {
  const words = header.toLowerCase();
  if (beginnings.test(words)) return "from";
  return ends.test(words) ? "to" : null;
}

const people = wordList(
  "abbess abbot admiral ambassador archbishop architect author bishop captain chair chairman chairperson chairwoman chief child commandant commander " +
    "composer count duchess duke earl emperor empress father general headmaster headmistress head heir hero husband judge king " +
    "mayor monarch mother person pharaoh pope premier president prime priest prince princess prophet queen ruler saint sheriff sovereign steward sultan " +
    "tsar vicar warden wife",
);
/** Things whose names end as those of people do. */
const things = wordList(
  "address access anchor border business car center centre chapter character cluster colour color container corner cover crater cruiser diameter door " +
    "error factor fibre filter flavour floor flower folder fortress frontier glacier harbor harbour layer letter list matter meter " +
    "meridian mirror motor newspaper number order paper parameter pier plant poster power process quarter reactor register remainder restaurant river " +
    "sector sensor sister-ship steamer summer tanker theater tower trailer transmitter vector water weather winter",
);

/** Does the noun surely mean people? "keeper" does beside names of two words, "capital" and "tower" do not. */
export function meansPeople(noun: string, names: readonly string[]): boolean {
  const head = noun.toLowerCase().split(" of ")[0]!.split(" ").at(-1)!;
  const isWhole = (name: string) => /^\p{Lu}\S*(?: \S+)* \p{Lu}\S*$/u.test(name);
  if (people.has(head)) return true;
  return /(?:er|or|ist|ian|ant|man|woman|ess)$/.test(head) && !things.has(head) && names.every(isWhole);
}

/** People who are what they are of a thing at all times. */
const lasting = wordList(
  "ancestor architect artist author builder child compiler composer conqueror creator designer discoverer donor engineer engraver father founder " +
    "grandfather grandmother hero illustrator inventor killer maker mother murderer namesake painter parent person printer sculptor sister translator victor " +
    "winner writer",
);

/** Does the noun mean people who hold an office for a while: "mayor", "keeper", not "author"? */
export function isHeldForAWhile(noun: string, names: readonly string[]): boolean {
  const head = headOf(noun).toLowerCase().split(" ").at(-1)!;
  return meansPeople(noun, names) && !lasting.has(head) && !/^(?:first|last|original) /i.test(noun);
}

/** Things made to be read, seen or heard, whose titles begin with a The of their own. */
const works = wordList(
  "album ballad book comedy drama essay film hymn journal magazine manuscript movie musical newspaper novel novella opera paper painting periodical picture " +
    "play poem record song story symphony tale title tragedy work",
);

/** Does the noun surely mean works with titles: "play", "first novel"? */
export function meansWorks(noun: string): boolean {
  const head = headOf(noun).toLowerCase().split(" ").at(-1)!;
  return works.has(head) || works.has(head.replace(/s$/, "")) || works.has(head.replace(/ies$/, "y"));
}

/** Does a header say that what stands below it are offices by their names? */
export function isOffice(noun: string): boolean {
  return /^(?:office|post|position|title|rank|role|job|dignity|appointment)s?$/i.test(noun);
}

/** How a row of measures of this noun begins: "shortest" for a length. */
export function leastOf(noun: string): string {
  const head = headOf(noun).toLowerCase().split(" ").at(-1)!;
  return least.find(([nouns]) => nouns.has(head))?.[1] ?? "lowest";
}

const least: readonly (readonly [ReadonlySet<string>, string])[] = [
  [wordList("length distance duration span wingspan"), "shortest"],
  [wordList("weight mass"), "lightest"],
  [wordList("age"), "youngest"],
  [wordList("width breadth"), "narrowest"],
  [wordList("depth"), "shallowest"],
  [wordList("speed"), "slowest"],
  [wordList("price cost fare fee"), "cheapest"],
  [wordList("area capacity diameter population size volume"), "smallest"],
];

/** Does a header say no more than that somebody is named? */
export function isUnnamed(noun: string): boolean {
  return /^(?:names?|persons?|people|who|holders?)$/i.test(noun);
}

/** What a header that ends in "of" says its things are: of "warden of" a warden; null for another. */
export function roleIn(noun: string): string | null {
  return /^(.+) of$/i.exec(noun)?.[1] ?? null;
}

/** The noun before an "of": of "head of state" it is the head that has a plural. */
function headOf(noun: string): string {
  return noun.split(/ of(?: |$)/)[0]!;
}

/** Is the noun in the plural? "visitors", "ships seen", "people". */
export function isPlural(noun: string): boolean {
  const words = headOf(noun).split(" ");
  const isToldOf = words.length > 1 && headerWords(words.slice(1).join(" ")).sort === "undergone";
  const head = isToldOf ? words[0]! : words.at(-1)!;
  return /[^aisu]s$/i.test(head) || /^(?:people|men|women|children|crew|staff)$/i.test(head);
}

/** The plural of an English noun as most have it; an author writes the others by hand. */
export function pluralOf(noun: string): string {
  // "keepers" at the head of a column is one already.
  if (isPlural(noun)) return noun;
  const head = headOf(noun);
  if (head !== noun) return `${pluralOf(head)}${noun.slice(head.length)}`;
  if (/person$/i.test(noun)) return noun.replace(/person$/i, "people");
  if (/(?:s|x|z|ch|sh)$/i.test(noun)) return `${noun}es`;
  if (/man$/i.test(noun)) return noun.replace(/man$/i, "men");
  return /[^aeiou]y$/i.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** With a capital at its start. */
export function raised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
