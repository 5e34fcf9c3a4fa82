import { useFormatter, useTranslations } from "next-intl";
import type { Forecast } from "@/lib/progress/forecast.ts";
import { AsTable } from "../ui/as-table.tsx";

/** What comes due on each of the next days, today first; a bar a day, and the same as a table. */
export function ForecastPicture({ forecast }: { readonly forecast: Forecast }) {
  const t = useTranslations("progress");
  const format = useFormatter();
  const most = Math.max(1, ...forecast.days.map((day) => day.due));
  const dateOf = (day: string) => new Date(`${day}T12:00:00Z`);
  const words = (day: string) => format.dateTime(dateOf(day), { day: "numeric", month: "short", timeZone: "UTC" });
  return (
    <figure>
      <div className="forecast" aria-hidden="true">
        {forecast.days.map((day, index) => (
          <div key={day.day} data-today={index === 0 || undefined}>
            {day.due > 0 && <b>{day.due}</b>}
            <i style={{ blockSize: `${(day.due / most) * 5.5}rem` }} />
            {index % 7 === 0 && <span>{index === 0 ? t("today") : words(day.day)}</span>}
          </div>
        ))}
      </div>
      <AsTable
        label={t("asTable")}
        caption={t("forecastCaption")}
        columns={[
          { key: "day", title: t("day") },
          { key: "due", title: t("due"), figure: true },
          { key: "minutes", title: t("minutes"), figure: true },
        ]}
        rows={forecast.days.map((day) => ({ key: day.day, cells: [words(day.day), day.due, day.minutes] }))}
      />
    </figure>
  );
}
