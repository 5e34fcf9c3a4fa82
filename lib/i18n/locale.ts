import { hasLocale } from "next-intl";
import { routing } from "./routing.ts";

/** The language named by a part of the address; the default for anything else, which the layout refuses. */
export function localeOf(segment: string): (typeof routing.locales)[number] {
  return hasLocale(routing.locales, segment) ? segment : routing.defaultLocale;
}
