import type { ReactNode } from "react";

/** A line that says what just happened, read aloud politely; keep it mounted and change what it holds. */
export function Status({
  tone = "quiet",
  className = "",
  children,
}: {
  readonly tone?: "quiet" | "problem";
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <div role="status" className={`status ${className}`} data-tone={tone}>
      {children}
    </div>
  );
}
