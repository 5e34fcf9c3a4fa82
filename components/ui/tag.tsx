import type { ReactNode } from "react";

/** A word or two that classify something; never the only place where a state is told. */
export function Tag({
  tone = "accent",
  children,
}: {
  readonly tone?: "accent" | "quiet" | "due";
  readonly children: ReactNode;
}) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}
