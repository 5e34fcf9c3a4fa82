"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from "react";
import { dateAt, parseDate } from "@/lib/facts/dates.ts";
import type { DayNumber } from "@/lib/facts/fact.ts";
import type { Board, BoardLine, BoardSeat } from "@/lib/play/board.ts";
import { changeBeside, monthsFrom, type SeatStand, type Stand } from "@/lib/play/stand.ts";
import { dayInWords } from "@/lib/questions/date-words.ts";
import { StripAxis } from "../question/strip-axis.tsx";
import { placeOf, type Scale, widthOf } from "../question/strip-layout.ts";
import { Button } from "../ui/button.tsx";
import { Hidden } from "../ui/hidden.tsx";
import { eitherOf } from "./either.ts";

type Props = { readonly board: Board; readonly stand: Stand; readonly onDay: (day: DayNumber) => void };

/** Time as a picture, with the day on it: a range to drag or to move by keys, buttons for steps, and a field for a date. */
export function DayDial({ board, stand: { day, ...stand }, onDay }: Props) {
  const t = useTranslations("play.day");
  const { first, last } = board.days;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "PageUp" && event.key !== "PageDown") return;
    event.preventDefault();
    onDay(monthsFrom(day, event.key === "PageUp" ? 1 : -1));
  };
  return (
    <section className="dial panel">
      <DialPicture board={board} stand={{ day, ...stand }} />
      <input
        type="range"
        className="dial-range"
        min={first}
        max={last}
        step={1}
        value={day}
        aria-label={t("range")}
        aria-valuetext={dayInWords(day)}
        aria-describedby="dial-keys"
        onChange={(event) => onDay(Number(event.target.value))}
        onKeyDown={onKeyDown}
      />
      <Steps board={board} day={day} onDay={onDay} />
      <p id="dial-keys" className="note for-keys">
        {t("keys")}
      </p>
    </section>
  );
}

/** Steps by a month, a day, or to where something changes; and a date to be written. Without scripts the field alone works. */
function Steps({
  board,
  day,
  onDay,
}: {
  readonly board: Board;
  readonly day: DayNumber;
  readonly onDay: Props["onDay"];
}) {
  const t = useTranslations("play.day");
  const { first, last } = board.days;
  const step = (to: DayNumber | null, name: string, label: string) => (
    <Button
      tone="secondary"
      aria-label={name}
      aria-disabled={to === null || to < first || to > last}
      onClick={() => to !== null && onDay(to)}
    >
      <span>{label}</span>
    </Button>
  );
  return (
    <div className="dial-steps">
      {step(changeBeside(board, day, -1), t("step.before"), `« ${t("step.before")}`)}
      <div>
        {step(monthsFrom(day, -1), t("step.monthBack"), `− ${t("step.month")}`)}
        {step(day - 1, t("step.dayBack"), `− ${t("step.day")}`)}
        {step(day + 1, t("step.dayOn"), `+ ${t("step.day")}`)}
        {step(monthsFrom(day, 1), t("step.monthOn"), `+ ${t("step.month")}`)}
      </div>
      {step(changeBeside(board, day, 1), t("step.after"), `${t("step.after")} »`)}
      {first >= firstOfBrowsers && <DayField days={board.days} day={day} onDay={onDay} />}
    </div>
  );
}

/** Calendars of browsers know the years 1 to 9999. */
const firstOfBrowsers = parseDate("0001-01-01")!.first;

type FieldProps = { readonly days: Board["days"]; readonly day: DayNumber; readonly onDay: Props["onDay"] };

/** A date to be written or picked. What is half written is left alone. */
function DayField({ days: { first, last }, day, onDay }: FieldProps) {
  const t = useTranslations("play.day");
  const field = useRef<HTMLInputElement>(null);
  const written = dateAt(day, "day").edtf;
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = written;
  }, [written]);
  return (
    <form className="dial-field" onSubmit={(event) => event.preventDefault()}>
      <label>
        <Hidden>{t("typed")}</Hidden>
        <input
          ref={field}
          type="date"
          name="day"
          className="input"
          defaultValue={written}
          min={dateAt(first, "day").edtf}
          max={dateAt(last, "day").edtf}
          onChange={(event) => {
            const date = parseDate(event.target.value);
            if (date && first <= date.first && date.first <= last) onDay(date.first);
          }}
        />
      </label>
      <noscript>
        <button type="submit" className="button" data-tone="secondary">
          {t("go")}
        </button>
      </noscript>
    </form>
  );
}

/** Lanes at the most, and none for seats that few held beside those that many did: there is hardly anything to see move. */
const mostLanes = 4;
const leastShare = 0.25;

/** The seats as lanes of bars, what happened as dots, and the day as a line through all of them. */
function DialPicture({ board, stand }: { readonly board: Board; readonly stand: Stand }) {
  const t = useTranslations("play.day");
  const scale: Scale = board.days;
  const most = board.seats[0]?.holders.length ?? 0;
  const lanes = board.seats.filter(({ holders }) => holders.length >= most * leastShare).slice(0, mostLanes);
  const standOf = (seat: BoardSeat) => stand.seats.find((each) => each.seat === seat);
  const spans = board.lines.filter(({ ends }) => ends.length > 0);
  const events = new Set([...stand.events.past, ...stand.events.today]);
  return (
    <div className="dial-picture" aria-hidden="true">
      {lanes.map((seat) => {
        const now = standOf(seat);
        return (
          <div key={seat.key} className="dial-lane">
            <span className="dial-role">
              {seat.role} {now && <b data-is={now.perhaps.length > 0 ? "perhaps" : undefined}>{whoOf(now, t)}</b>}
            </span>
            {seat.holders.map((holder) => (
              <Bar
                key={holder.fact}
                holder={holder}
                scale={scale}
                is={
                  now?.sure.includes(holder)
                    ? "sure"
                    : now?.perhaps.some((each) => each.holder === holder)
                      ? "perhaps"
                      : "not"
                }
                name={holder.name.split(" ").at(-1) ?? ""}
              />
            ))}
          </div>
        );
      })}
      {board.events.length + spans.length > 0 && (
        <div className="dial-lane dial-dots">
          {spans.map((line) => (
            <Bar key={line.fact} holder={line} scale={scale} is={standingOf(line, stand)} />
          ))}
          {board.events.map((event) => (
            <i
              key={event.fact}
              className="dial-dot"
              data-is={events.has(event) ? "past" : stand.events.perhaps.includes(event) ? "perhaps" : "ahead"}
              style={{ insetInlineStart: `${placeOf((event.days.first + event.days.last) / 2, scale)}%` }}
            />
          ))}
        </div>
      )}
      <StripAxis scale={scale} most={6} />
      <i className="dial-day" style={{ insetInlineStart: `${placeOf(stand.day, scale)}%` }} />
    </div>
  );
}

/** Who holds it on the day, as far as is known. */
function whoOf({ sure, perhaps, nobody }: SeatStand, t: ReturnType<typeof useTranslations<"play.day">>): string {
  return nobody
    ? t("nobody")
    : eitherOf(
        [...sure, ...perhaps.map(({ holder }) => holder)].map(({ name }) => name),
        t,
      );
}

/** A picture of this width in pixels has room for a name within its bar; on a phone none is shown. */
const widePicture = 900;

type BarProps = {
  readonly holder: BoardLine;
  readonly scale: Scale;
  readonly is: "sure" | "perhaps" | "not";
  readonly name?: string;
};

function Bar({ holder, scale, is, name = "" }: BarProps) {
  const from = placeOf(Math.max(holder.possible.first, scale.first), scale);
  const to = placeOf(Math.min(holder.possible.last, scale.last), scale);
  const style: CSSProperties = { insetInlineStart: `${from}%`, inlineSize: `${Math.max(to - from, 0.4)}%` };
  return (
    <i className="dial-bar" data-is={is} style={style}>
      {name !== "" && to - from > widthOf(name, widePicture) && <span>{name}</span>}
    </i>
  );
}

function standingOf(line: BoardLine, { sure, perhaps }: Stand): BarProps["is"] {
  if (sure.includes(line)) return "sure";
  return perhaps.some((each) => each.line === line) ? "perhaps" : "not";
}
