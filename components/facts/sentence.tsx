import Link from "next/link";
import type { FactLine } from "@/lib/progress/fact-line.ts";
import { unbroken } from "../question/unbroken.ts";
import { entityPath } from "./paths.ts";

type Props = {
  readonly pack: string;
  readonly fact: Pick<FactLine, "pieces">;
  /** The thing whose page this is: its name leads nowhere. */
  readonly here?: string;
};

/** A fact as a sentence in which the names of things lead to their pages. */
export function Sentence({ pack, fact, here }: Props) {
  let at = 0;
  return fact.pieces.map(({ text, entity }) => {
    const key = at;
    at += text.length;
    return entity === null || entity === here ? (
      <span key={key}>{unbroken(text)}</span>
    ) : (
      <Link key={key} href={entityPath(pack, entity)} prefetch={false} className="link">
        {unbroken(text)}
      </Link>
    );
  });
}
