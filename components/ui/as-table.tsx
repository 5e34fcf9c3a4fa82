import type { ComponentProps, ReactNode } from "react";
import { Table } from "./table.tsx";

/** The table behind a picture, for readers of tables: opened by its label. */
export function AsTable({ label, ...table }: ComponentProps<typeof Table> & { readonly label: ReactNode }) {
  return (
    <details className="note mt-3">
      <summary className="link w-fit">{label}</summary>
      <div className="pt-2">
        <Table {...table} />
      </div>
    </details>
  );
}
