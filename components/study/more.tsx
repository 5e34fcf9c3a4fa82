"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import type { Acts } from "./use-session.ts";

/** The keys that put a card away; those of Anki. */
export const putAwayKeys = { bury: "-", suspend: "!" } as const;

/** What else can be done with the card on the screen: a panel that opens above its button, and closes by Escape or when it is left. */
export function More({ acts }: { readonly acts: Acts }) {
  const t = useTranslations("study");
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel wherever the focus is in it.
    <div
      className="more"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.preventDefault();
        setOpen(false);
        opener.current?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Button ref={opener} tone="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("more")}
      </Button>
      {open && (
        <div className="more-panel">
          {(["bury", "suspend"] as const).map((how) => (
            <div key={how}>
              <Button
                tone="quiet"
                keys={putAwayKeys[how]}
                aria-describedby={`more-${how}`}
                onClick={() => acts.putAway(how)}
              >
                {t(`putAway.${how}`)}
              </Button>
              <p id={`more-${how}`}>{t(`putAway.${how}Text`)}</p>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
