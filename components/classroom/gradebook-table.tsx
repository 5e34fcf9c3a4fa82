import { useFormatter, useTranslations } from "next-intl";
import type { Status } from "@/lib/classroom/gradebook.ts";

type Cell = {
  readonly status: Status;
  readonly accommodated: boolean;
  readonly waits: boolean;
  readonly mark: number | null;
  readonly set: { readonly reason: string } | null;
};
type Props = {
  readonly book: {
    readonly quizzes: readonly {
      readonly id: string;
      readonly title: string;
      readonly scoreMax: number;
      readonly mean: number | null;
    }[];
    readonly students: readonly {
      readonly userId: string;
      readonly name: string;
      readonly section: string | null;
      readonly cells: readonly Cell[];
      readonly sum: { readonly points: number; readonly of: number } | null;
    }[];
  };
  /** The class's own address. */
  readonly here: string;
};

/** Students by quizzes: the mark, and how it stands where that is not said by it. A cell leads to where the score and other terms of that student are set. */
export function GradebookTable({ book, here }: Props) {
  const t = useTranslations("gradebook");
  const o = useTranslations("own");
  const format = useFormatter();
  const points = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  const notesOn = ({ status, set, accommodated, waits }: Cell) =>
    [
      status !== "handed-in" && t(`status.${status}`),
      waits && o("toBeMarked"),
      set && t("set", { reason: set.reason }),
      accommodated && t("otherTerms"),
    ].filter((note) => typeof note === "string");
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="scroll" aria-label={t("marks")} tabIndex={0}>
        <table className="table results-table grades">
          <caption className="hidden-text">{t("marks")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("student")}</th>
              {book.quizzes.map((quiz) => (
                <th key={quiz.id} scope="col">
                  <a href={`${here}/quizzes/${quiz.id}`}>{quiz.title}</a>
                  <small>{t("of", { max: quiz.scoreMax })}</small>
                </th>
              ))}
              <th scope="col" className="figure">
                {t("sum")}
              </th>
            </tr>
          </thead>
          <tbody>
            {book.students.map((student) => (
              <tr key={student.userId}>
                <th scope="row">
                  {student.name} {student.section && <span className="note">{student.section}</span>}
                </th>
                {student.cells.map((cell, index) => {
                  const quiz = book.quizzes[index]!;
                  return (
                    <td key={quiz.id}>
                      <a
                        href={`${here}/quizzes/${quiz.id}/students/${student.userId}`}
                        aria-label={t("cell", {
                          name: student.name,
                          quiz: quiz.title,
                          mark: cell.mark === null ? t("noMark") : points(cell.mark),
                        })}
                      >
                        {cell.mark === null ? "–" : points(cell.mark)}
                      </a>
                      {notesOn(cell).map((note) => (
                        <small key={note}>{note}</small>
                      ))}
                    </td>
                  );
                })}
                <td className="figure sum">
                  {student.sum ? t("sumOf", { points: points(student.sum.points), max: points(student.sum.of) }) : "–"}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("mean")}</th>
              {book.quizzes.map((quiz) => (
                <td key={quiz.id}>{quiz.mean === null ? "–" : points(quiz.mean)}</td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="note mt-4" data-print="no">
        {t("legend")}
      </p>
    </>
  );
}
