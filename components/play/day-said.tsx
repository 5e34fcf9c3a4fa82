import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Board, BoardEvent, BoardHolder, BoardLine } from "@/lib/play/board.ts";
import type { HolderDoubt, SeatStand, Stand } from "@/lib/play/stand.ts";
import { unbroken } from "../question/unbroken.ts";
import { Panel } from "../ui/panel.tsx";
import { eitherOf } from "./either.ts";
import { numbersOf, Places } from "./notes.tsx";

type Props = { readonly board: Board; readonly stand: Stand };
type Numbers = ReadonlyMap<string, number>;

/** What is so on the day, in words: who held what, what had happened, what else, and what is not known. */
export function DaySaid({ board, stand }: Props) {
  const t = useTranslations("play.day");
  const numbers = numbersOf(board);
  return (
    <div className="day-said">
      <Panel title={t("seats")}>
        {stand.seats.length === 0 && <p className="note">{t("seatsNone")}</p>}
        {stand.seats.map((each) => (
          <Seat key={each.seat.key} stand={each} numbers={numbers} />
        ))}
      </Panel>
      <Happened stand={stand} numbers={numbers} />
      {stand.sure.length > 0 && (
        <Panel title={t("sure")} className="day-wide">
          {board.topics.map(({ key, title }) => {
            const lines = stand.sure.filter(({ topic }) => topic === key);
            return lines.length === 0 ? null : (
              <details key={key} className="day-topic" open={stand.sure.length <= mostOpen}>
                <summary>
                  {title} · {lines.length}
                </summary>
                <Lines lines={lines} numbers={numbers} />
              </details>
            );
          })}
        </Panel>
      )}
      {stand.perhaps.length > 0 && <Unsaid stand={stand} numbers={numbers} />}
    </div>
  );
}

function Seat({
  stand: { seat, sure, perhaps, nobody },
  numbers,
}: {
  readonly stand: SeatStand;
  readonly numbers: Numbers;
}) {
  const t = useTranslations("play.day");
  const holders = [...sure, ...perhaps.map(({ holder }) => holder)];
  return (
    <section className="seat" data-is={nobody ? "nobody" : sure.length > 0 ? "sure" : "perhaps"}>
      <h3>
        {seat.role} <span>{seat.about}</span>
      </h3>
      <p className="seat-name">
        {nobody
          ? t("nobody")
          : eitherOf(
              holders.map(({ name }) => name),
              t,
            )}
      </p>
      {nobody && <p className="note">{t("nobodyText")}</p>}
      {sure.length > 1 && <p className="note">{t("joint")}</p>}
      {reasonsOf(perhaps, t).map((reason) => (
        <p key={reason} className="note">
          {reason}
        </p>
      ))}
      <ul>
        {holders.map((holder) => (
          <li key={holder.fact}>
            {holders.length > 1 && <b>{holder.name}, </b>}
            {unbroken(holder.when)} <Places places={holder.places} numbers={numbers} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Translate = ReturnType<typeof useTranslations<"play.day">>;

/** Why it is not sure, each reason once. */
function reasonsOf(
  perhaps: readonly { readonly holder: BoardHolder; readonly why: HolderDoubt }[],
  t: Translate,
): string[] {
  const ends = perhaps.filter(({ why }) => why === "end").length;
  const said = perhaps.map(({ holder, why }) => {
    const isNamed = why === "acting" || why === "rival";
    const reason = why === "end" ? t(ends > 1 ? "why.end" : "why.endOne") : doubtWords(holder, why, t);
    return isNamed ? `${holder.name}: ${reason}` : reason;
  });
  return [...new Set(said)];
}

function doubtWords({ asOf }: BoardLine, why: Exclude<HolderDoubt, "end">, t: Translate): string {
  if (why === "unsaid" && !asOf) return t("why.unsaidNever");
  return t(`why.${why}`, { asOf: asOf?.date ?? "" });
}

/** Up to so many statements stand open; of more, the titles of their topics. */
const mostOpen = 10;

/** So many of what happened stand open; the rest is behind them. */
const open = 5;

function Happened({ stand: { events }, numbers }: { readonly stand: Stand; readonly numbers: Numbers }) {
  const t = useTranslations("play.day");
  const past = events.past.toReversed();
  return (
    <Panel title={t("happened")}>
      <Group title={t("today")} events={events.today} numbers={numbers} />
      <Group title={t("maybe")} note={t("maybeText")} events={events.perhaps} numbers={numbers} />
      {past.length + events.today.length + events.perhaps.length === 0 && <p className="note">{t("pastNone")}</p>}
      <Group title={t("past")} events={past} numbers={numbers} />
      {events.ahead.length > 0 && (
        <details className="day-ahead">
          <summary>
            {t("ahead")} · {t("more", { count: events.ahead.length })}
          </summary>
          <Lines lines={events.ahead} numbers={numbers} />
        </details>
      )}
    </Panel>
  );
}

type GroupProps = {
  readonly title: string;
  readonly note?: string;
  readonly events: readonly BoardEvent[];
  readonly numbers: Numbers;
};

function Group({ title, note, events, numbers }: GroupProps): ReactNode {
  const t = useTranslations("play.day");
  if (events.length === 0) return null;
  return (
    <section className="day-group">
      <h3>{title}</h3>
      {note && <p className="note">{note}</p>}
      <Lines lines={events.slice(0, open)} numbers={numbers} />
      {events.length > open && (
        <details>
          <summary>{t("more", { count: events.length - open })}</summary>
          <Lines lines={events.slice(open)} numbers={numbers} />
        </details>
      )}
    </section>
  );
}

type LinesProps = { readonly lines: readonly (BoardLine | BoardEvent)[]; readonly numbers: Numbers };

function Lines({ lines, numbers }: LinesProps) {
  return (
    <ul className="day-lines">
      {lines.map(({ fact, sentence, places }) => (
        <li key={fact}>
          {unbroken(sentence)} <Places places={places} numbers={numbers} />
        </li>
      ))}
    </ul>
  );
}

/** What documents say of their own time, counted; the words are behind the count, for they do not speak of this day. */
function Unsaid({ stand, numbers }: { readonly stand: Stand; readonly numbers: Numbers }) {
  const t = useTranslations("play.day");
  const dated = stand.perhaps.filter(({ line }) => line.asOf === null);
  const groups = Map.groupBy(
    stand.perhaps.filter(({ line }) => line.asOf !== null),
    ({ line }) => line.asOf!.source,
  );
  return (
    <Panel title={t("perhaps")} className="day-wide">
      <p className="note">{t("perhapsText")}</p>
      <Lines lines={dated.map(({ line }) => line)} numbers={numbers} />
      {[...groups].map(([source, lines]) => (
        <details key={source} className="day-unsaid">
          <summary>{t("perhapsOf", { count: lines.length, source })}</summary>
          <Lines lines={lines.map(({ line }) => line)} numbers={numbers} />
        </details>
      ))}
    </Panel>
  );
}
