import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { formatsOf, routing } from "./routing.ts";

/** The locale and messages of one request. An unknown locale reads as English; pages refuse it themselves. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const messages = (await import(`../../messages/${locale}.json`)).default;
  // Instants are shown in the learner's or the class's zone, always passed by name; this is only the formatter's default.
  return { locale: formatsOf(locale), messages, timeZone: "UTC" };
});
