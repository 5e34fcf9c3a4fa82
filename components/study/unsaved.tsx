"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { Outbox } from "./outbox.ts";

/** Says what is not on the server yet, and why; silent while everything goes its way. */
export function Unsaved({ outbox }: { readonly outbox: Outbox }) {
  const t = useTranslations("study");
  const { waiting, trouble } = useSyncExternalStore(outbox.subscribe, outbox.state, outbox.state);
  const says = trouble !== "none" && (waiting > 0 || trouble === "refused" || trouble === "storage");
  return (
    <p role="status" className="status unsaved">
      {says &&
        (trouble === "account"
          ? t.rich("unsaved.account", { count: waiting, link: (text) => <a href={signIn()}>{text}</a> })
          : t(`unsaved.${trouble}`, { count: waiting }))}
    </p>
  );
}

/** Signing in, and back to where this is. */
const signIn = () => `/sign-in?callbackUrl=${encodeURIComponent(location.pathname + location.search)}`;
