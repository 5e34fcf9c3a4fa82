import { LinkButton } from "./button.tsx";

/** The way back at the foot of a page; the page behind it is fetched only when it is wanted. */
export function BackLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <p className="mt-8">
      <LinkButton href={href} prefetch={false} tone="secondary">
        {children}
      </LinkButton>
    </p>
  );
}
