import { useFormatter, useTranslations } from "next-intl";

/** A line of the history as this list needs it. */
export type ShownLine = {
  readonly seq: string;
  readonly at: Date;
  readonly what: string;
  /** Null: the account is gone. "server": nobody who is known. */
  readonly by: string | null;
  readonly about: readonly (string | null)[];
  readonly quiz: string | null;
  readonly changed: Readonly<Record<string, readonly [Value, Value]>>;
};

type Value = string | number | boolean | null;

/** What was done, one line each: by whom and what, when, and what was before and is now. */
export function HistoryLines({ lines, zone }: { readonly lines: readonly ShownLine[]; readonly zone: string }) {
  const t = useTranslations("history");
  const format = useFormatter();
  const told = useTold();
  const named = (name: string | null) => name ?? t("gone");
  if (lines.length === 0) return <p className="note">{t("empty")}</p>;
  return (
    <ol className="lines">
      {lines.map(({ seq, at, what, by, about, quiz, changed }) => {
        const first = about.slice(0, about.length > 3 ? 2 : 3).map(named);
        const others = about.length > 3 ? [t("others", { count: about.length - 2 })] : [];
        const details = [
          ...(quiz === null ? [] : [t("quiz", { title: quiz })]),
          ...Object.entries(changed).map(([field, pair]) => told(field, pair)),
        ];
        return (
          <li key={seq} className="flex-col items-start gap-1">
            <p className="flex w-full flex-wrap items-baseline justify-between gap-x-6">
              <span>
                <b className="font-semibold">{by === "server" ? t("server") : named(by)}</b>{" "}
                {t(`what.${what as "removed"}`, { about: format.list([...first, ...others]) })}
              </span>
              <time className="note" dateTime={at.toISOString()}>
                {format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone: zone })}
              </time>
            </p>
            {details.length > 0 && <p className="note">{details.join(" · ")}</p>}
          </li>
        );
      })}
    </ol>
  );
}

/** A field with its values: what was and is, or only what is where nothing was, or that it is another where that is not told. */
function useTold() {
  const t = useTranslations("history");
  const value = useValue();
  return (name: string, [was, is]: readonly [Value, Value]): string => {
    const field = t(`field.${name as "name"}`);
    if (was === null && is === null) return t("secret", { field });
    if (was === is || was === null) return t("which", { field, value: value(name, is) });
    return t("change", { field, was: value(name, was), is: value(name, is) });
  };
}

/** A value as it stands in a sentence: codes by their words, wall times as dates. */
function useValue() {
  const format = useFormatter();
  const t = useTranslations("history");
  const terms = useTranslations("terms");
  return (field: string, value: Value): string => {
    if (value === null || value === "") return t("nothing");
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (field === "counts") return terms(`countsAs.${value as "highest"}`);
    if (field === "marks" || field === "answers" || field === "why") return terms(`when.${value as "never"}`);
    if (typeof value !== "string") return String(value);
    // A wall time is shown as it stands on the wall, whatever the zone.
    const isWall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value);
    const style = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
    return isWall ? format.dateTime(new Date(`${value}Z`), style) : value;
  };
}
