/** Light, dark, or as the device says. */
export type Theme = "light" | "dark" | "system";

/** Name of the cookie that keeps a choice; absent means `system`. */
export const themeCookie = "theme";

/** The theme named by an untrusted text; anything unknown is `system`. */
export function readTheme(text: string | undefined): Theme {
  return text === "light" || text === "dark" ? text : "system";
}
