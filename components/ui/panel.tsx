import type { ComponentProps, ReactNode } from "react";

type Look = {
  readonly title?: ReactNode;
  /** On the same line as the title, at its end: a legend, a link. */
  readonly aside?: ReactNode;
  /** Drawn as a library index card. */
  readonly card?: boolean;
};

/** A sheet of paper on the page: one matter, with its heading. */
export function Panel({
  title,
  aside,
  card = false,
  className = "",
  children,
  ...rest
}: Omit<ComponentProps<"section">, "title"> & Look) {
  return (
    <section className={`panel ${className}`} data-card={card || undefined} {...rest}>
      {(title || aside) && (
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          {title && <h2>{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
