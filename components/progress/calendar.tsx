import { useFormatter, useTranslations } from "next-intl";
import type { Calendar } from "@/lib/progress/calendar.ts";
import { AsTable } from "../ui/as-table.tsx";

/** The days on which something was answered: the more, the larger the drop of ink; and the same as a table. */
export function CalendarPicture({ calendar }: { readonly calendar: Calendar }) {
  const t = useTranslations("progress");
  const format = useFormatter();
  const dateOf = (day: string) => new Date(`${day}T12:00:00Z`);
  const month = (day: string) => format.dateTime(dateOf(day), { month: "short", timeZone: "UTC" });
  const weekday = (day: string) => format.dateTime(dateOf(day), { weekday: "short", timeZone: "UTC" });
  return (
    <figure>
      <div className="calendar" aria-hidden="true">
        <div className="calendar-week">
          <span />
          {calendar.weeks[0]?.map((day, index) => (
            <small key={day.day}>{index % 2 === 0 ? weekday(day.day) : ""}</small>
          ))}
        </div>
        {calendar.weeks.map((week, index) => {
          const first = week[0]!.day;
          const before = calendar.weeks[index - 1]?.[0]?.day;
          return (
            <div key={first} className="calendar-week">
              <span>{before && month(before) !== month(first) ? month(first) : ""}</span>
              {week.map((day) => (
                <i key={day.day} data-ink={day.ink} data-future={day.isFuture || undefined} />
              ))}
            </div>
          );
        })}
      </div>
      <AsTable
        label={t("asTable")}
        caption={t("calendarCaption")}
        columns={[
          { key: "day", title: t("day") },
          { key: "answers", title: t("answers"), figure: true },
          { key: "right", title: t("right"), figure: true },
          { key: "minutes", title: t("minutes"), figure: true },
        ]}
        rows={calendar.rows.map((day) => ({
          key: day.day,
          cells: [
            format.dateTime(dateOf(day.day), { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }),
            day.answers,
            day.right,
            Math.ceil(day.tookMs / 60_000),
          ],
        }))}
      />
    </figure>
  );
}
