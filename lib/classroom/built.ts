/**
 * A quiz that nobody stored: what was planned and which questions were drawn stand in its address, so that a guest can look through it,
 * change it, print it and take it away without an account.
 */
import type { Kind } from "../questions/question.ts";
import { countMax, type Plan, quizKinds } from "./plan.ts";

/** The plan, the pack it draws from, a title of its own, and the drawn questions by their ids, in their order. */
export type Built = Plan & {
  readonly pack: string;
  /** Empty: that of the pack. */
  readonly title: string;
  readonly chosen: readonly string[];
};

/** What stood in an address, as far as it is in shape; a plan without a count or without kinds has not been sent yet, or is refused. */
export type Asked = Omit<Built, "count"> & {
  /** Null: not given, or no number of questions that may be asked for. */
  readonly count: number | null;
  /** Has the form been sent? */
  readonly sent: boolean;
  /** The place, from 1, whose question is to be another one, or none; null otherwise. */
  readonly swap: number | null;
  readonly remove: number | null;
};

/** The parameters of an address; several of one name, or one with dots between, are a list. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads an address; what is out of shape is as if it were not there. */
export function askedIn(parameters: Parameters): Asked {
  const one = (name: string) => [parameters[name] ?? ""].flat()[0] ?? "";
  const several = (name: string) => [parameters[name] ?? []].flat().flatMap((text) => text.split("."));
  const slugs = (name: string) => [...new Set(several(name).filter((text) => /^[a-z\d][a-z\d-]{0,79}$/.test(text)))];
  const place = (name: string) => (/^[1-9]\d?$/.test(one(name)) ? Number(one(name)) : null);
  const count = /^\d{1,3}$/.test(one("count").trim()) ? Number(one("count")) : 0;
  return {
    pack: slugs("pack")[0] ?? "",
    title: one("title").replace(/\s+/gu, " ").trim().slice(0, titleMax),
    topics: slugs("topics").slice(0, 100),
    kinds: quizKinds.filter((kind) => several("kinds").includes(kind)) as Kind[],
    count: count >= 1 && count <= countMax ? count : null,
    seed: /^[\w-]{1,64}$/.test(one("seed")) ? one("seed") : "",
    chosen: [...new Set(several("q").filter((id) => /^q\d{1,2}-[\da-f]{6,40}$/.test(id)))].slice(0, countMax),
    sent: one("count") !== "",
    swap: place("swap"),
    remove: place("remove"),
  };
}

/** Characters of a title. */
export const titleMax = 80;

/** The parameters of a built quiz, without a question mark; read again they give the same. */
export function addressOf({ pack, title, topics, kinds, count, seed, chosen }: Built): string {
  const parameters = Object.entries({
    ...{
      pack,
      title,
      topics: topics.join("."),
      kinds: kinds.join("."),
      count: String(count),
      seed,
      q: chosen.join("."),
    },
  }).filter(([, value]) => value !== "");
  return new URLSearchParams(parameters).toString();
}
