"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Bundle } from "@/lib/study/event.ts";
import { Button } from "../ui/button.tsx";
import { MinutePlaying } from "./minute-playing.tsx";

/** A minute on the timeline: begun by a press, with the clock or without it. Its answers are reviews like any other. */
export function MinuteRound({ bundle }: { readonly bundle: Bundle }) {
  const t = useTranslations("play.minute");
  const [begun, setBegun] = useState<{ readonly off: boolean } | null>(null);
  if (begun) return <MinutePlaying bundle={bundle} off={begun.off} />;
  return (
    <div className="play-acts">
      <Button autoFocus onClick={() => setBegun({ off: false })}>
        {t("start")}
      </Button>
      <Button tone="secondary" onClick={() => setBegun({ off: true })}>
        {t("startOff")}
      </Button>
    </div>
  );
}
