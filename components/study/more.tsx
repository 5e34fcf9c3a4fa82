"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button, LinkButton } from "../ui/button.tsx";
import type { Acts } from "./use-session.ts";

/** The keys that put a card away; those of Anki. */
export const putAwayKeys = { bury: "-", suspend: "!" } as const;

type Props = {
  readonly acts: Acts;
  /** Where all is told about its fact; null while that would tell the answer. */
  readonly about: string | null;
};

/** What else can be done with the card on the screen: a panel that opens above its button, and closes by Escape or when it is left. */
export function More({ acts, about }: Props) {
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
          {about && (
            <div>
              {/* A page beside the session, which goes on where it was. */}
              <LinkButton href={about} tone="quiet" target="_blank" aria-describedby="more-about">
                {t("about")}
              </LinkButton>
              <p id="more-about">{t("aboutText")}</p>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
