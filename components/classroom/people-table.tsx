import type { ReactNode } from "react";
import type { FormAction } from "@/components/ui/form-state.ts";
import { type Column, Table } from "@/components/ui/table.tsx";
import { TakeOutList } from "@/components/ui/take-out.tsx";

type Props = {
  /** What is done with one of them. */
  readonly action: FormAction;
  readonly caption: string;
  /** Said when there is nobody. */
  readonly empty: string;
  /** Between the name and the buttons. */
  readonly columns: readonly Column[];
  readonly nameTitle: string;
  /** Of the column with the buttons, for those who hear it. */
  readonly endTitle: string;
  readonly people: readonly {
    readonly key: string;
    /** A name, or what holds it; what is no link takes the focus itself. */
    readonly name: ReactNode;
    readonly cells: readonly ReactNode[];
    readonly end: ReactNode;
  }[];
};

/** People in a table, each with what can be done with them at the end of the line. */
export function PeopleTable({ action, caption, empty, columns, nameTitle, endTitle, people }: Props) {
  const all: Column[] = [
    { key: "name", title: nameTitle },
    ...columns,
    { key: "end", title: <span className="hidden-text">{endTitle}</span>, figure: true },
  ];
  return (
    <TakeOutList action={action}>
      {people.length === 0 ? (
        <p className="note">{empty}</p>
      ) : (
        <div className="people">
          <Table
            caption={caption}
            stacks
            columns={all}
            rows={people.map(({ key, name, cells, end }) => ({
              key,
              cells: [<Name key="name">{name}</Name>, ...cells, end],
            }))}
          />
        </div>
      )}
    </TakeOutList>
  );
}

/** A plain name can hold the focus when the one before it is gone. */
function Name({ children }: { readonly children: ReactNode }) {
  if (typeof children !== "string") return children;
  return (
    <span tabIndex={-1} data-takes-focus>
      {children}
    </span>
  );
}
