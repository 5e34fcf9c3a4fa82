import type { ReactNode } from "react";

/** Only passes through: the document is made in `[locale]/layout.tsx`, as its language is part of the address. */
export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
