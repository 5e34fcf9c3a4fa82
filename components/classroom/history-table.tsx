import { useFormatter, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table.tsx";

/** A line of the history as this table needs it. */
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

/** What was done, one line each: when, by whom, what, and what was before and is now. */
export function HistoryTable({ lines, zone }: { readonly lines: readonly ShownLine[]; readonly zone: string }) {
  const t = useTranslations("history");
  const format = useFormatter();
  const value = useValue();
  if (lines.length === 0) return <p className="note">{t("empty")}</p>;
  const named = (name: string | null) => name ?? t("gone");
  return (
    <Table
      caption={t("title")}
      columns={(["when", "who", "did", "details"] as const).map((key) => ({ key, title: t(key) }))}
      rows={lines.map(({ seq, at, what, by, about, quiz, changed }) => {
        const others =
          about.length > 3
            ? [...about.slice(0, 2).map(named), t("others", { count: about.length - 2 })]
            : about.map(named);
        const details = [
          ...(quiz === null ? [] : [t("quiz", { title: quiz })]),
          ...Object.entries(changed).map(([field, [was, is]]) => {
            const name = t(`field.${field as "name"}`);
            if (was === null && is === null) return t("secret", { field: name });
            return was === is
              ? t("which", { field: name, value: value(field, is) })
              : t("change", { field: name, was: value(field, was), is: value(field, is) });
          }),
        ];
        return {
          key: seq,
          cells: [
            <time key="at" className="whitespace-nowrap" dateTime={at.toISOString()}>
              {format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone: zone })}
            </time>,
            by === "server" ? t("server") : named(by),
            t(`what.${what as "removed"}`, { about: format.list(others) }),
            <ul key="details" className="grid gap-1">
              {details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>,
          ],
        };
      })}
    />
  );
}

/** A value as it stands in a sentence: codes by their words, wall times with a blank. */
function useValue() {
  const t = useTranslations("history");
  const terms = useTranslations("terms");
  return (field: string, value: Value): string => {
    if (value === null || value === "") return t("nothing");
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (field === "counts") return terms(`countsAs.${value as "highest"}`);
    if (field === "marks" || field === "answers" || field === "why") return terms(`when.${value as "never"}`);
    return typeof value === "string" ? value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/, "$1 $2") : String(value);
  };
}
