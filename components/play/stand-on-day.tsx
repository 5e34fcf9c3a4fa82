"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { dateAt, parseDate } from "@/lib/facts/dates.ts";
import type { DayNumber } from "@/lib/facts/fact.ts";
import type { Board } from "@/lib/play/board.ts";
import { dayOn, type SeatStand, standOn } from "@/lib/play/stand.ts";
import { dayInWords } from "@/lib/questions/date-words.ts";
import { unbroken } from "../question/unbroken.ts";
import { DayDial } from "./day-dial.tsx";
import { DaySaid } from "./day-said.tsx";
import { eitherOf } from "./either.ts";
import { Documents } from "./notes.tsx";

type Props = {
  readonly board: Board;
  /** The day of the address, or the one to begin with. */
  readonly start: DayNumber;
};

/** One date to be moved through time, and below it what is so on it. Looks, and records nothing. */
export function StandOnDay({ board, start }: Props) {
  const [day, setDay] = useState(start);
  const stand = standOn(board, day);
  const go = (to: DayNumber) => setDay(dayOn(board, to));

  // The address follows, so that a day can be passed on; not at every pixel.
  useEffect(() => {
    const timer = setTimeout(() => history.replaceState(history.state, "", `?day=${dateAt(day, "day").edtf}`), 400);
    return () => clearTimeout(timer);
  }, [day]);

  // The way back and forth through the browser's history is the day's, too.
  useEffect(() => {
    const back = () => {
      const date = parseDate(new URLSearchParams(location.search).get("day") ?? "");
      if (date) setDay(dayOn(board, date.first));
    };
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, [board]);

  return (
    <>
      <p className="day-date" aria-hidden="true">
        {unbroken(dayInWords(day))}
      </p>
      <DayDial board={board} stand={stand} onDay={go} />
      <Said day={day} seats={stand.seats} />
      <DaySaid board={board} stand={stand} />
      <Documents board={board} />
    </>
  );
}

/** For those who listen: the day and its holders, once it stands still. */
function Said({ day, seats }: { readonly day: DayNumber; readonly seats: readonly SeatStand[] }) {
  const t = useTranslations("play.day");
  const who = ({ sure, perhaps, nobody }: SeatStand) =>
    nobody ? t("nobody") : eitherOf([...sure.map(({ name }) => name), ...perhaps.map(({ holder }) => holder.name)], t);
  const words = t("said", {
    date: dayInWords(day),
    seats: seats.map((stand) => t("saidSeat", { role: stand.seat.role, who: who(stand) })).join(" "),
  });
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), 700);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p role="status" className="hidden-text">
      {said}
    </p>
  );
}
