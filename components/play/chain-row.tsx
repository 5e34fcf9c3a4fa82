"use client";

import { useTranslations } from "next-intl";
import type { ValueKey } from "@/lib/facts/value.ts";
import type { Chain, Seat } from "@/lib/play/chain.ts";
import { unbroken } from "../question/unbroken.ts";

type Props = {
  readonly chain: Chain;
  /** Seats that wait for a name, by their place from 0; those that were emptied in this round, filled rightly or not. */
  readonly open: readonly number[];
  readonly emptied: readonly number[];
  readonly given: ReadonlyMap<number, ValueKey>;
  readonly wrong: ReadonlyMap<number, ValueKey>;
  readonly marked: number | null;
  readonly names: readonly Pick<Seat, "holder" | "name">[];
  readonly onPut: (place: number, holder: ValueKey | null) => void;
  readonly onMark: (place: number) => void;
};

/** The seats in their order; a full one says from when to when and where that is written, an empty one keeps its dates to itself. */
export function ChainRow({ chain, open, emptied, given, wrong, marked, names, onPut, onMark }: Props) {
  const t = useTranslations("play.chain");
  const distinct = [...new Map(names.map((each) => [each.holder, each])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return (
    <ol className="chain-row">
      {chain.seats.map((seat, place) => {
        const isOpen = open.includes(place);
        const mistaken = wrong.get(place);
        const other = mistaken === undefined ? undefined : chain.seats.find(({ holder }) => holder === mistaken);
        return (
          <li key={seat.fact}>
            <div
              className="chain-seat"
              data-seat={place}
              data-is={isOpen ? "empty" : emptied.includes(place) ? "refilled" : "full"}
              data-marked={marked === place ? "" : undefined}
            >
              <b className="chain-number">{place + 1}</b>
              {isOpen ? (
                <select
                  className="input"
                  aria-label={t("seat", { place: place + 1 })}
                  value={given.get(place) ?? ""}
                  onFocus={() => onMark(place)}
                  onChange={(event) => onPut(place, event.target.value === "" ? null : event.target.value)}
                >
                  <option value="">{t("pick")}</option>
                  {distinct.map(({ holder, name }) => (
                    <option key={holder} value={holder}>
                      {name}
                    </option>
                  ))}
                </select>
              ) : (
                <p>
                  <strong>{seat.name}</strong> <span>{unbroken(seat.when)}</span>
                </p>
              )}
            </div>
            {other && <p className="chain-not">{t("not", { name: other.name, sentence: unbroken(other.sentence) })}</p>}
            {place < chain.between.length && (
              <p className="chain-between" data-is={chain.between[place]}>
                <span>{t(`between.${chain.between[place]!}`)}</span>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
