import { defineRouting } from "next-intl/routing";

/** The languages of the interface. English has no prefix: the address is `/study`, not `/en/study`. No cookie is set. */
export const routing = defineRouting({
  locales: ["en"],
  defaultLocale: "en",
  localePrefix: "as-needed",
  localeCookie: false,
  localeDetection: false,
});

/** How a language writes dates and figures. English as the packs write it, "27 May 2024", and the clock of 24 hours. */
export function formatsOf(locale: (typeof routing.locales)[number]): string {
  return { en: "en-GB" }[locale];
}
