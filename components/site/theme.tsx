"use client";

import { useLayoutEffect } from "react";
import { readTheme, themeCookie } from "./theme-cookie.ts";

/** Sets the chosen theme on a page that the server renders without looking at cookies. */
export function Theme() {
  useLayoutEffect(() => {
    const kept = document.cookie.split("; ").find((part) => part.startsWith(`${themeCookie}=`));
    const theme = readTheme(kept?.slice(themeCookie.length + 1));
    if (theme !== "system") document.documentElement.dataset.theme = theme;
    return () => {
      delete document.documentElement.dataset.theme;
    };
  }, []);
  return null;
}
