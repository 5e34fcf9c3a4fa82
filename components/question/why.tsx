import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dateBeside, placesInShort } from "@/lib/questions/places.ts";
import {
  atStart,
  type Mark,
  type MarkNote,
  type Question,
  type Receipt,
  type Response,
  type ValueKey,
} from "@/lib/questions/question.ts";
import { receiptsOfOption } from "@/lib/questions/receipt.ts";
import { TimelineStrip } from "./strip.tsx";
import { unbroken } from "./unbroken.ts";
import { chosenValues, verdictOf } from "./verdict.ts";

type Props = {
  readonly question: Question;
  readonly response: Response | null;
  readonly mark: Mark | null;
  /** A right answer takes little room: its citation is behind "Where it is written". */
  readonly brief?: boolean;
  /** One question on the screen: of several wrong things that were chosen, one is told at once and the rest on demand. */
  readonly folded?: boolean;
  /** Beside the verdict: when it comes back. */
  readonly aside?: ReactNode;
  /** What it is called where a page shows several, so that each can be told from the others. */
  readonly name?: string;
};

/** The receipt: verdict, the fact as a true sentence, what the chosen thing was, both on a strip, and where it is written. */
export function Why({ question, response, mark, brief = false, folded = false, aside, name }: Props) {
  const t = useTranslations("question");
  const verdict = verdictOf(response, mark);
  const chosen = chosenValues(response);
  // A line shows its anchors with their dates: their sentences are all behind it.
  const contrasted = question.kind === "timeline" ? [] : chosen;
  const wrongly = question.options.filter(
    (option) => contrasted.includes(option.value) && option.whyNot && !question.why.includes(option.whyNot),
  );
  // An order, a match or several of many rests on a sentence for each part: list and picture say it at once, the words are behind them.
  const numbers = numbersOf(question, chosen);
  const isDrawn = question.kind === "match" || (numbers !== null && (question.kind === "order" || folded));
  const isLong = question.why.length > longSentence;
  // Two lists in full are for who wants them: the rows above say already what is right.
  const isBehind = isDrawn || (folded && question.kind === "multi-select" && question.why.length > longestSentence);
  // Of several wrong things one is told, none beside a long sentence: the rows above say already which they are.
  const told = folded && wrongly.length > 1 ? wrongly.slice(0, isLong && !isBehind ? 0 : 1) : wrongly;
  // What is said on the screen has its places there; those of the other options stand with what is said of them.
  const receipts = question.citations.filter(
    ({ sentences, options }) => sentences?.length !== 0 || told.some(({ value }) => options?.includes(value)),
  );
  // Where several facts are cited, the screen counts their places and lists them below.
  const isCounted = isBehind || (folded && receipts.length > 2);
  const sentence = (
    <p className="why-fact" data-long={isLong || undefined}>
      {unbroken(question.why)}
    </p>
  );
  const sentenceBelow = isBehind ? sentence : null;
  const others = question.options.filter(
    (option) =>
      !option.right &&
      option.whyNot &&
      option.value !== atStart &&
      !told.includes(option) &&
      !question.why.includes(option.whyNot),
  );
  const notes = mark?.kind === "marked" ? mark.notes.filter((note) => !isToldElsewhere(note, wrongly.length > 0)) : [];
  return (
    <section className="why" data-verdict={verdict} aria-label={name ?? t("why")}>
      <div className="why-head">
        <h2>{t(`verdict.${verdict}`)}</h2>
        {mark?.kind === "marked" && mark.longestRun !== null && mark.fraction < 1 && verdict !== "none" && (
          <p className="note">{t("longestRun", { run: mark.longestRun, of: question.key.length })}</p>
        )}
        {aside}
      </div>
      {!isBehind && sentence}
      {told.map((option) => (
        <p key={option.value} className="why-not">
          {unbroken(option.whyNot ?? "")}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note} className="why-not">
          {t(`note.${note satisfies MarkNote}`, { answer: question.answer })}
        </p>
      ))}
      {question.strip && (
        <TimelineStrip
          strip={shown(question, chosen)}
          right={rightValues(question)}
          numbers={isDrawn ? numbers : null}
        />
      )}
      {brief ? (
        <details className="why-more">
          <summary>{t("whereWritten")}</summary>
          {sentenceBelow}
          <Citations receipts={receipts} />
          <Others question={question} options={others} />
        </details>
      ) : (
        <>
          <Citations receipts={receipts} counted={isCounted} />
          {(others.length > 0 || sentenceBelow || isCounted) && (
            <details className="why-more">
              <summary>
                {sentenceBelow
                  ? t("inWords")
                  : others.length > 0
                    ? t("others", { count: others.length })
                    : t("whereWritten")}
              </summary>
              {sentenceBelow}
              <Others question={question} options={others} />
              {isCounted && <Citations receipts={receipts} />}
            </details>
          )}
        </>
      )}
    </section>
  );
}

/** Characters from which a sentence is set smaller. */
const longSentence = 130;
/** Characters from which the sentence of a multi-select stands behind its rows, where the screen shows one question. */
const longestSentence = 250;

/** The values of an order or of several of many as they are numbered, where there is a strip that can be told by numbers; else null. */
export function numbersOf(
  { kind, key, options, strip }: Question,
  chosen: readonly ValueKey[],
): readonly ValueKey[] | null {
  if (strip === null) return null;
  if (kind === "order") return key;
  if (kind !== "multi-select") return null;
  const wrong = options.filter(({ right, value }) => !right && chosen.includes(value));
  return [...options.filter(({ right }) => right), ...wrong].map(({ value }) => value);
}

type CitationsProps = {
  readonly receipts: readonly Receipt[];
  /** Several places in one document are only counted: they are listed elsewhere. */
  readonly counted?: boolean;
};

/** Citations as library index cards: the document, the places in it, the document's date. */
export function Citations({ receipts, counted = false }: CitationsProps) {
  const t = useTranslations("question");
  const documents = Map.groupBy(receipts, (receipt) => receipt.cite);
  const placesOf = (places: readonly Receipt[]) =>
    counted && places.length > 1
      ? t("places", { count: places.length })
      : placesInShort(places.map((place) => place.locator));
  return (
    <ul className="citations">
      {[...documents].map(([cite, places]) => (
        <li key={cite}>
          <cite>{unbroken(cite)}</cite>
          <span> · {unbroken(placesOf(places))}</span>
          {places[0] && !cite.includes(places[0].dated) && (
            <span className="dated">{t("dated", { date: dateBeside(cite, places[0].dated) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

type OthersProps = { readonly question: Question; readonly options: Question["options"] };

/** What is said of the options that were not chosen, each with the place where it is written. */
function Others({ question, options }: OthersProps) {
  return (
    <ul className="why-others">
      {options.map(({ value, whyNot }) => (
        <li key={value}>
          {unbroken(whyNot ?? "")} <small>{unbroken(placesOf(question, value))}</small>
        </li>
      ))}
    </ul>
  );
}

/** Where what is said of an option is written; with the document's name where the question cites several. */
function placesOf(question: Question, value: ValueKey): string {
  const isOne = new Set(question.citations.map(({ source }) => source)).size === 1;
  const documents = Map.groupBy(receiptsOfOption(question, value), ({ cite }) => cite);
  return [...documents]
    .map(([cite, places]) => `${isOne ? "" : `${cite} · `}${placesInShort(places.map(({ locator }) => locator))}`)
    .join("; ");
}

/** The sentence about the chosen option says already whose name it is; the longest run has its own line. */
function isToldElsewhere(note: MarkNote, contrasted: boolean): boolean {
  return note === "longest-run" || (note === "other-entity" && contrasted);
}

/** The values that the strip draws as right: of a statement, whatever it draws is what is so, but for what the statement says. */
function rightValues({ kind, strip, key }: Question): readonly ValueKey[] {
  if (kind !== "true-false") return key;
  return strip?.spans.map(({ value }) => value).filter((value) => value !== strip.claimed) ?? [];
}

/** The strip with the spans that matter: those of the key and of what was chosen; of an order all. */
function shown(question: Question, chosen: readonly ValueKey[]): NonNullable<Question["strip"]> {
  const strip = question.strip!;
  const matter = new Set([...question.key, ...chosen]);
  const spans = strip.spans.filter((span) => matter.has(span.value));
  return { ...strip, spans: spans.length > 0 ? spans : strip.spans };
}
