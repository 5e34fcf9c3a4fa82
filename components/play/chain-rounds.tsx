"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ValueKey } from "@/lib/facts/value.ts";
import { type Chain, emptyIn, namesIn, rightIn, roundsOf } from "@/lib/play/chain.ts";
import { Citations } from "../question/why.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { ChainNames } from "./chain-names.tsx";
import { ChainRow } from "./chain-row.tsx";

type Props = {
  readonly chain: Chain;
  /** Which seats are emptied first. */
  readonly seed: string;
  /** Where another chain is chosen; null where this is the only one. */
  readonly others: string | null;
};

/** What is in the empty seats of a round, and what is right already. */
type Round = {
  readonly number: number;
  readonly given: ReadonlyMap<number, ValueKey>;
  readonly right: ReadonlySet<number>;
  /** What was checked as wrong just now, with what was put there. */
  readonly wrong: ReadonlyMap<number, ValueKey>;
  /** The seat that the next name goes into. */
  readonly marked: number | null;
};

const firstRound = (number: number): Round => ({
  number,
  given: new Map(),
  right: new Set(),
  wrong: new Map(),
  marked: null,
});

/** The holders of an office in a row, round by round with one more seat empty, until all are. Nothing of it is recorded. */
export function ChainRounds({ chain, seed: firstSeed, others }: Props) {
  const t = useTranslations("play.chain");
  const p = useTranslations("play");
  const [seed, setSeed] = useState(firstSeed);
  const [round, setRound] = useState(firstRound(1));
  const [mistakes, setMistakes] = useState(0);
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const rounds = roundsOf(chain);
  const over = round.number > rounds;
  const empty = over ? [] : emptyIn(chain, round.number, seed);
  const open = empty.filter((place) => !round.right.has(place));
  const isDone = !over && open.length === 0;

  useEffect(() => {
    if (round.number > 1) heading.current?.focus({ preventScroll: true });
  }, [round.number]);

  function put(place: number, holder: ValueKey | null) {
    const given = new Map(round.given);
    if (holder === null) given.delete(place);
    else given.set(place, holder);
    const next = open.find((each) => !given.has(each)) ?? null;
    setRound({ ...round, given, wrong: new Map(), marked: next });
    const name = chain.seats.find((seat) => seat.holder === holder)?.name;
    setSaid(name ? t("put", { name, place: place + 1 }) : t("taken", { place: place + 1 }));
  }

  function check() {
    const missing = open.filter((place) => !round.given.has(place));
    if (missing.length > 0) return setSaid(t("fillFirst", { count: missing.length }));
    const right = rightIn(chain, open, round.given);
    const wrong = new Map(
      open.filter((place) => !right.includes(place)).map((place) => [place, round.given.get(place)!]),
    );
    const kept = new Map([...round.given].filter(([place]) => !wrong.has(place)));
    setMistakes(mistakes + wrong.size);
    setSaid(wrong.size === 0 ? t("rightAll") : t("rightSome", { right: right.length, of: open.length }));
    const marked = open.find((place) => wrong.has(place)) ?? null;
    setRound({ ...round, given: kept, right: new Set([...round.right, ...right]), wrong, marked });
  }

  function go(number: number) {
    setRound(firstRound(number));
    setSaid("");
  }

  function again() {
    setSeed(`${seed}+`);
    setMistakes(0);
    go(1);
  }

  const marked = round.marked ?? open.find((place) => !round.given.has(place)) ?? null;
  return (
    <section className="chain">
      <h2 ref={heading} tabIndex={-1} className="chain-round">
        {over ? t("over") : t("round", { round: round.number, of: rounds })}
      </h2>
      <p className="note">
        {over
          ? mistakes === 0
            ? t("overNone")
            : t("overText", { count: mistakes })
          : t("empty", { count: empty.length })}
      </p>
      <div className="chain-top">
        {!over && !isDone && (
          <ChainNames
            names={leftOver(namesIn(chain, round.number, seed), round.given)}
            onPress={(holder) => marked !== null && put(marked, holder)}
            onDrop={(holder, place) => open.includes(place) && put(place, holder)}
          />
        )}
        <p role="status" className="play-said">
          {said}
        </p>
      </div>
      <ChainRow
        chain={chain}
        open={open}
        emptied={empty}
        given={round.given}
        wrong={round.wrong}
        marked={isDone ? null : marked}
        names={over ? [] : namesIn(chain, round.number, seed)}
        onPut={put}
        onMark={(place) => setRound({ ...round, marked: place })}
      />
      <details className="chain-where">
        <summary>{p("where")}</summary>
        <Citations
          receipts={chain.seats.filter((_, place) => !open.includes(place)).flatMap(({ receipts }) => receipts)}
        />
      </details>
      <div className="action-bar">
        {over ? (
          <Button onClick={again}>{p("again")}</Button>
        ) : isDone ? (
          <Button key="next" autoFocus onClick={() => go(round.number + 1)}>
            {round.number === rounds ? p("done") : t("nextRound")}
          </Button>
        ) : (
          <Button key="check" onClick={check}>
            {p("check")}
          </Button>
        )}
        {others && (
          <LinkButton href={others} tone={over ? "secondary" : "quiet"}>
            {t("other")}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

type Names = readonly { readonly holder: ValueKey; readonly name: string }[];

/** The names that are in no seat yet; who belongs twice is there until put twice. */
function leftOver(names: Names, given: ReadonlyMap<number, ValueKey>): Names {
  const used = [...given.values()];
  return names.filter(({ holder }) => {
    const at = used.indexOf(holder);
    if (at >= 0) used.splice(at, 1);
    return at < 0;
  });
}
