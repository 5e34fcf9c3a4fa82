import { useTranslations } from "next-intl";
import type { Board, Place } from "@/lib/play/board.ts";
import { dateBeside, placesInShort } from "@/lib/questions/places.ts";
import { unbroken } from "../question/unbroken.ts";
import { Hidden } from "../ui/hidden.tsx";

/** The documents of a board as they are numbered. */
export function numbersOf({ documents }: Board): ReadonlyMap<string, number> {
  return new Map(Object.keys(documents).map((key, place) => [key, place + 1]));
}

type PlacesProps = { readonly places: readonly Place[]; readonly numbers: ReadonlyMap<string, number> };

/** Where a sentence is written, in the margin: the number of the document and the place in it. */
export function Places({ places, numbers }: PlacesProps) {
  const t = useTranslations("play");
  return (
    <small className="places">
      {[...Map.groupBy(places, ({ document }) => document)].map(([document, group]) => {
        const locator = unbroken(placesInShort(group.map((place) => place.locator)));
        return (
          <span key={document}>
            <Hidden>{t("placeSaid", { number: numbers.get(document) ?? 0, locator })}</Hidden>
            <span aria-hidden="true">
              <b>{numbers.get(document)}</b> {locator}
            </span>
          </span>
        );
      })}
    </small>
  );
}

/** What the numbers mean: the documents as index cards. */
export function Documents({ board }: { readonly board: Board }) {
  const t = useTranslations("play");
  return (
    <section className="documents">
      <h2>{t("where")}</h2>
      <ol className="citations">
        {Object.entries(board.documents).map(([key, { cite, dated }], place) => (
          <li key={key}>
            <b>{place + 1}</b> <cite>{unbroken(cite)}</cite>
            {!cite.includes(dated) && <span className="dated">{unbroken(dateBeside(cite, dated))}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
