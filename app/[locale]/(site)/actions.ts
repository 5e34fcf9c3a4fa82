"use server";

import { cookies } from "next/headers";
import { readTheme, themeCookie } from "@/components/site/theme-cookie.ts";

/** Keeps the choice of light or dark on this device for 400 days; readable by scripts, as the study shell sets it itself. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = readTheme(form.get("theme")?.toString());
  const jar = await cookies();
  if (theme === "system") jar.delete(themeCookie);
  else jar.set(themeCookie, theme, { path: "/", maxAge: 400 * 86_400, sameSite: "lax" });
}
