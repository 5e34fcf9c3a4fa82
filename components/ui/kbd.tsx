import type { ReactNode } from "react";

/** The name of a key beside what it does; not read aloud, as the control's own name says enough. */
export function Kbd({ children, kept = false }: { readonly children: ReactNode; readonly kept?: boolean }) {
  return (
    <kbd aria-hidden={kept ? undefined : true} className={kept ? "kept" : undefined}>
      {children}
    </kbd>
  );
}
