import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Kbd } from "./kbd.tsx";

/** How much a button asks for attention; one `primary` on a screen. */
export type Tone = "primary" | "secondary" | "quiet" | "danger";

type Look = { readonly tone?: Tone; readonly keys?: string; readonly children: ReactNode };

/** A button; `keys` names the key that does the same, shown where there is a keyboard. Of type `button` unless told otherwise. */
export function Button({ tone = "primary", keys, className = "", children, ...rest }: ComponentProps<"button"> & Look) {
  return (
    <button type="button" className={`button ${className}`} data-tone={tone} {...rest}>
      {children}
      {keys && <Kbd>{keys}</Kbd>}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({
  tone = "primary",
  keys,
  className = "",
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link className={`button ${className}`} data-tone={tone} {...rest}>
      {children}
      {keys && <Kbd>{keys}</Kbd>}
    </Link>
  );
}
