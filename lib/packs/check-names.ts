/**
 * Names that readers or markers could take for one another. Two entities of one type with one name are an error. The rest are warnings, one for
 * each group of entities that hang together: the author declares `overlaps` or `part_of`, or confirms in `pack.yaml` under `distinct` that they are
 * different things.
 */
import type { Entity } from "../facts/fact.ts";
import { labelsOf, plainName } from "../facts/names.ts";
import { editDistance } from "../questions/mark/distance.ts";
import type { Checking } from "./check-pack.ts";
import { checkReference } from "./check-reference.ts";
import { closePairs } from "./close-pairs.ts";

/** Why two entities may be taken for one another, in words. */
type Alike = { readonly a: string; readonly b: string; readonly why: string };

/** Reports names that are the same, and warns of those that are alike. */
export function checkNames(checking: Checking): void {
  const { pack, report, entities, related } = checking;
  const distinct = distinctSets(checking);
  const isAnswered = (a: string, b: string) => {
    const sets = distinct.get(a);
    return related(a, b) || (sets !== undefined && (distinct.get(b) ?? []).some((set) => sets.includes(set)));
  };
  const all = [...entities.values()];
  const homonyms = new Set<string>();
  const byName = new Map<string, Entity>();
  pack.entities.forEach((entity, index) => {
    const name = `${entity.type} ${plainName(entity.name)}`;
    const earlier = byName.get(name);
    if (!earlier) byName.set(name, entity);
    else if (earlier.key !== entity.key && entity.name !== "") {
      homonyms.add(entity.key);
      const message = `${earlier.key} of the same type has this name: give each a name of its own, such as “… (the elder)”.`;
      report({ code: "homonym", at: ["entities", index, "name"], message });
    }
  });

  const alike: Alike[] = [];
  const add = (a: string, b: string, why: string) => {
    if (a !== b && !homonyms.has(a) && !homonyms.has(b) && !isAnswered(a, b)) alike.push({ a, b, why });
  };
  for (const [label, keys] of groups(all, printed)) pairs(keys, (a, b) => add(a, b, `both are “${label}”`));
  for (const ofType of groups(all, ({ type }) => [type]).values()) {
    const members = ofType.map((key) => entities.get(key)!);
    const names = members.map(({ name }) => plainName(name));
    for (const [i, j] of closePairs(names))
      if (editDistance(names[i]!, names[j]!, 2) <= 2)
        add(ofType[i]!, ofType[j]!, `“${members[i]!.name}” is nearly “${members[j]!.name}”`);
    const words = groups(members, nameWords(members[0]!.type, checking));
    for (const [word, keys] of words) pairs(keys, (a, b) => add(a, b, `“${word}”`));
    const dates = groups(members, datesOf(checking));
    for (const [date, keys] of dates) pairs(keys, (a, b) => add(a, b, date));
  }
  const places = new Map(pack.entities.map(({ key }, index) => [key, index]));
  for (const { keys, whys } of components(alike)) {
    const index = Math.max(...keys.map((key) => places.get(key)!));
    const shown = whys.slice(0, 6).join("; ") + (whys.length > 6 ? "; …" : "");
    const message = `These may be taken for one another (${shown}): ${keys.join(", ")}. Say overlaps or part_of; where all of them are different things, add under distinct in pack.yaml: - [${keys.join(", ")}]`;
    report({ severity: "warning", code: "alike", at: ["entities", index], keys, message });
  }
}

/** The sets under `distinct` that hold an entity, by its key. */
function distinctSets(checking: Checking): Map<string, number[]> {
  const sets = new Map<string, number[]>();
  checking.pack.distinct.forEach((keys, set) => {
    if (keys.length < 2)
      checking.report({
        code: "bad-value",
        at: ["pack", 0, "distinct", set],
        message: "Sets of at least two entities are expected here: [[a, b]].",
      });
    keys.forEach((key, place) => {
      checkReference(checking, "entities", key, ["pack", 0, "distinct", set, place]);
      const of = sets.get(key);
      if (of) of.push(set);
      else sets.set(key, [set]);
    });
  });
  return sets;
}

/** What is printed of an entity, without surnames: two people may share one, and marking then asks which. */
function printed(entity: Entity): string[] {
  return labelsOf({ ...entity, surname: null, surnameHeads: [] }).map(plainName);
}

/** The telling words of a name: of a person the surname, otherwise all of 4 letters or more that are not the type's own. */
function nameWords(type: string, { types }: Checking): (entity: Entity) => string[] {
  const own = new Set((types.get(type)?.noun ?? []).flatMap((noun) => plainName(noun).split(" ")));
  return ({ name, surname }) =>
    plainName(surname ?? name)
      .split(" ")
      .filter((word) => word.length >= 4 && !own.has(word) && !common.has(word))
      .map((word) => (word.length > 4 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word));
}

const common = new Set("from with under over into that this their after before and the for".split(" "));

/** The dates that facts give an entity as object: what happened on one day may be one thing. */
function datesOf({ pack }: Checking): (entity: Entity) => string[] {
  const dates = new Map<string, string[]>();
  for (const { subject, object } of pack.facts)
    if (object.kind === "date") dates.set(subject, [...(dates.get(subject) ?? []), object.date.edtf]);
  return ({ key }) => dates.get(key) ?? [];
}

/** Keys of entities by each of their labels, only where two share one. */
function groups(entities: readonly Entity[], labels: (entity: Entity) => readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const entity of entities)
    for (const label of new Set(labels(entity))) {
      const group = found.get(label);
      if (group) group.push(entity.key);
      else found.set(label, [entity.key]);
    }
  return found;
}

/** Every pair of a group; of a crowd only neighbours and each with the first, which still joins all that are unanswered into one warning. */
function pairs(keys: readonly string[], visit: (a: string, b: string) => void): void {
  const crowd = keys.length > 64;
  for (let i = 0; i < keys.length; i++) {
    for (let j = i + 1; j < (crowd ? Math.min(i + 2, keys.length) : keys.length); j++) visit(keys[i]!, keys[j]!);
    if (crowd && i > 0) visit(keys[0]!, keys[i]!);
  }
}

/** Joins pairs into groups that hang together, with the reasons of each, in the order in which they were found. */
function components(pairs: readonly Alike[]): { keys: string[]; whys: string[] }[] {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    parent.set(key, root);
    return root;
  };
  for (const { a, b } of pairs) parent.set(rootOf(b), rootOf(a));
  const found = new Map<string, { keys: Set<string>; whys: Set<string> }>();
  for (const { a, b, why } of pairs) {
    const root = rootOf(a);
    const group = found.get(root) ?? { keys: new Set(), whys: new Set() };
    group.keys.add(a).add(b);
    group.whys.add(why);
    found.set(root, group);
  }
  return [...found.values()].map(({ keys, whys }) => ({ keys: [...keys].sort(), whys: [...whys] }));
}
