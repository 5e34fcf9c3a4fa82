"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Session } from "@/lib/study/session.ts";
import { unbroken } from "../question/unbroken.ts";
import { Citations } from "../question/why.tsx";
import type { Outbox } from "../study/outbox.ts";
import { Unsaved } from "../study/unsaved.tsx";
import { Button, LinkButton } from "../ui/button.tsx";

type Props = {
  readonly session: Session;
  readonly outbox: Outbox | null;
  readonly title: (counts: { readonly right: number; readonly of: number }) => string;
  readonly note: string;
};

/** What a round came to: how much was right, and what was missed with how it is, and where that is written. */
export function Played({ session, outbox, title, note }: Props) {
  const t = useTranslations("play");
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // Who has finished looks at the progress next: what waits is sent now.
  useEffect(() => void outbox?.flush().catch(() => undefined), [outbox]);
  const first = session.log.filter(({ item }) => item.returns === 0);
  const missed = first.filter(({ mark }) => mark.fraction < 1);
  return (
    <section className="played">
      <h2 ref={heading} tabIndex={-1} className="played-title">
        {title({ right: first.length - missed.length, of: first.length })}
      </h2>
      {missed.length > 0 && (
        <>
          <p className="note">{note}</p>
          <ul className="played-missed">
            {missed.map(({ id, item: { kept } }) => (
              <li key={id}>
                {unbroken(kept.question.why)}
                <Citations receipts={kept.question.citations} counted />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="action-bar">
        <Button onClick={() => router.refresh()}>{t("again")}</Button>
        <LinkButton href={`/packs/${session.bundle.pack.key}/play`} tone="secondary">
          {t("back")}
        </LinkButton>
      </div>
      {outbox && <Unsaved outbox={outbox} />}
    </section>
  );
}
