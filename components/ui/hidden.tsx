import type { ReactNode } from "react";

/** Text for those who listen: read aloud, not seen. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className="hidden-text">{children}</span>;
}
