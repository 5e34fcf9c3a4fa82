"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link to a place that knows when it is here, whatever the language in the address. */
export function Place({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const address = usePathname().replace(/^\/[a-z]{2}(?=\/|$)/, "") || "/";
  // A quiz that somebody was given belongs to its class.
  const path = address.replace(/^\/quizzes\/(?!new)/, "/classes/");
  const here = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
  return (
    <Link href={href} aria-current={here ? "page" : undefined}>
      {children}
    </Link>
  );
}
