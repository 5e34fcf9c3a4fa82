import { useFormatter, useTranslations } from "next-intl";
import type { SlotResult } from "@/lib/classroom/results.ts";
import { Sign } from "./sign.tsx";

type Column = {
  readonly slot: number;
  readonly number: number;
  readonly stem: string;
  readonly shareRight: number | null;
};
type StudentRow = {
  readonly id: string;
  readonly name: string;
  /** Where other terms are given; null for who was removed. */
  readonly href: string | null;
  readonly note: string | null;
  readonly slots: readonly SlotResult[] | null;
  readonly score: number | null;
};
type Props = {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly students: readonly StudentRow[];
  readonly scoreMax: number;
};

/** Who, and what: a row for each student, the points, a sign for each question, and under these the share right. */
export function ResultsTable({ caption, columns, students, scoreMax }: Props) {
  const t = useTranslations("results");
  const o = useTranslations("own");
  const format = useFormatter();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="scroll" aria-label={caption} tabIndex={0}>
      <table className="table results-table">
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("student")}</th>
            <th scope="col" className="figure">
              {t("pointsOf", { max: scoreMax })}
            </th>
            {columns.map((column) => (
              <th key={column.slot} scope="col">
                <a href={`#slot-${column.slot}`} title={column.stem}>
                  <span className="hidden-text">{t("question", { slot: column.number, stem: column.stem })}</span>
                  <span aria-hidden="true">{column.number}</span>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {students.map((student) => (
            <tr key={student.id}>
              <th scope="row">
                {student.href ? (
                  <a href={student.href} aria-label={t("giveTerms", { name: student.name })}>
                    {student.name}
                  </a>
                ) : (
                  student.name
                )}{" "}
                {student.note && <small>{student.note}</small>}
              </th>
              <td className="figure sum">
                {student.score === null ? "–" : format.number(student.score, { maximumFractionDigits: 2 })}
              </td>
              {columns.map((column, index) => (
                <td key={column.slot}>
                  {student.slots?.[index]?.waits ? (
                    <span className="note">
                      <span aria-hidden="true">…</span>
                      <span className="hidden-text">{o("toBeMarked")}</span>
                    </span>
                  ) : (
                    <Sign fraction={fractionAt(student.slots?.[index])} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("shareRight")}</th>
            <td />
            {columns.map((column) => (
              <td key={column.slot}>
                {column.shareRight === null ? "–" : format.number(Math.round(column.shareRight * 100))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Null for what was left blank. */
function fractionAt(result: SlotResult | undefined): number | null {
  return result?.response ? result.fraction : null;
}
