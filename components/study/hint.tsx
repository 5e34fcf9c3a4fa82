"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";

/** One sentence where something is met for the first time, until it is put away; there is no other tour. */
export function Hint({ name }: { readonly name: "why" | "rating" | "summary" }) {
  const t = useTranslations("study");
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(!isPutAway(name)), [name]);
  if (!shown) return null;
  return (
    <p className="hint-line">
      <span>{t(`hint.${name}`)}</span>
      <Button
        tone="quiet"
        onClick={() => {
          putAway(name);
          setShown(false);
        }}
      >
        {t("hint.dismiss")}
      </Button>
    </p>
  );
}

// Without storage a hint is not shown at all: it could never be put away.
function isPutAway(name: string): boolean {
  try {
    return localStorage.getItem(`hint-${name}`) !== null;
  } catch {
    return true;
  }
}

function putAway(name: string): void {
  try {
    localStorage.setItem(`hint-${name}`, "1");
  } catch {}
}
