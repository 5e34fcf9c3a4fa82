import { defineRouting } from "next-intl/routing";

/** The languages of the interface. English has no prefix: the address is `/study`, not `/en/study`. No cookie is set. */
export const routing = defineRouting({
  locales: ["en"],
  defaultLocale: "en",
  localePrefix: "as-needed",
  localeCookie: false,
  localeDetection: false,
});
