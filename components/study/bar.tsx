"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Bundle } from "@/lib/study/event.ts";
import { Button } from "../ui/button.tsx";
import { Track } from "../ui/track.tsx";

type Props = {
  readonly pack: Bundle["pack"];
  /** Questions answered so far; questions still to come, the one on the screen among them. */
  readonly done: number;
  readonly left: number;
  readonly answered: boolean;
  readonly onEnd: () => void;
};

/** The head of a session: whose facts, how far, and a way out. */
export function StudyBar({ pack, done, left, answered, onEnd }: Props) {
  const t = useTranslations("study");
  const total = done + left - (answered ? 1 : 0);
  return (
    <header className="study-bar">
      <Link href="/" className="site-mark">
        {t("name")}
      </Link>
      <Link href={`/packs/${pack.key}`} className="study-where">
        {pack.title}
      </Link>
      <Track value={done} max={total} label={t("position", { done, total })} />
      <span className="study-count" aria-hidden="true">
        <b>{answered ? done : done + 1}</b> / {total}
      </span>
      <Button tone="quiet" keys="esc" onClick={onEnd}>
        {t("end")}
      </Button>
    </header>
  );
}
