import { Fragment, type ReactNode } from "react";

/** A column: its heading, and whether it holds figures (set at the end of the line). */
export type Column = { readonly key: string; readonly title: ReactNode; readonly figure?: boolean };

/** A row: its heading comes first, then one cell for each further column; `below` has the whole width under them. */
export type Row = { readonly key: string; readonly cells: readonly ReactNode[]; readonly below?: ReactNode };

type Props = {
  /** Says what the table is about; read aloud, shown unless `captionHidden`. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  /** On a phone every row is a few lines, each cell after its column's heading, instead of scrolling sideways. */
  readonly stacks?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly footer?: ReactNode;
};

/** A table with headings for its columns and rows; scrolls sideways within itself, also by keyboard. */
export function Table({ caption, captionHidden = true, stacks = false, columns, rows, footer }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="scroll" aria-label={caption} tabIndex={0}>
      <table className="table" data-stacks={stacks || undefined}>
        <caption className={captionHidden ? "hidden-text" : "note pb-2 text-start"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.figure ? "figure" : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.key}>
              <tr>
                {row.cells.map((cell, place) => {
                  const column = columns[place];
                  const className = column?.figure ? "figure" : undefined;
                  return place === 0 ? (
                    <th key={column?.key} scope="row" className={className}>
                      {cell}
                    </th>
                  ) : (
                    <td
                      key={column?.key}
                      className={className}
                      data-title={stacks ? wordsOf(column?.title) : undefined}
                    >
                      {cell}
                    </td>
                  );
                })}
              </tr>
              {row.below !== undefined && (
                <tr className="below">
                  <td colSpan={columns.length}>{row.below}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        {footer}
      </table>
    </section>
  );
}

const wordsOf = (title: ReactNode): string | undefined => (typeof title === "string" ? title : undefined);
