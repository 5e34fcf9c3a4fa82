"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { lastMixedUp } from "@/lib/play/mixed-up.ts";
import { daysBetween } from "@/lib/study/day.ts";
import { dayOf, type Session } from "@/lib/study/session.ts";
import { summaryOf } from "@/lib/study/summary.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Hint } from "./hint.tsx";
import type { Outbox } from "./outbox.ts";
import { Unsaved } from "./unsaved.tsx";

type Props = {
  readonly session: Session;
  readonly outbox: Outbox | null;
  readonly onAgain: () => void;
  readonly onUndo: () => void;
};

/** What a session came to, and what to do next. */
export function Summary({ session, outbox, onAgain, onUndo }: Props) {
  const t = useTranslations("study");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // Who has finished looks at the progress next: what waits is sent now.
  useEffect(() => void outbox?.flush().catch(() => undefined), [outbox]);
  const today = dayOf(session, new Date().toISOString());
  const summary = summaryOf(session, today);
  const { pack, learner, newLeft } = session.bundle;
  const nothing = summary.answered === 0;
  return (
    <>
      <header className="study-bar">
        <Link href="/" className="site-mark">
          {t("name")}
        </Link>
      </header>
      <main id="content" className="study-main">
        <p className="kicker">{pack.title}</p>
        <h1 ref={heading} tabIndex={-1}>
          {nothing ? t("summary.nothing") : t("summary.title", { right: summary.right, of: summary.answered })}
        </h1>
        {nothing ? (
          <p className="lead mt-3">{t("summary.nothingText")}</p>
        ) : (
          <>
            <dl className="figures">
              <Figure value={summary.met} text={t("summary.met", { count: summary.met })} />
              <Figure value={summary.forgotten} text={t("summary.forgotten", { count: summary.forgotten })} />
              <Figure
                value={Math.max(1, Math.round(summary.minutes))}
                text={t("summary.minutes", { count: Math.max(1, Math.round(summary.minutes)) })}
              />
            </dl>
            <NextDue session={session} today={today} />
          </>
        )}
        {!learner?.name && !nothing && (
          <p className="note mt-3">{t.rich("summary.keep", { link: (text) => <a href="/sign-up">{text}</a> })}</p>
        )}
        <Contrast session={session} />
        <div className="action-bar">
          {nothing ? (
            <LinkButton href={`/packs/${pack.key}/practice`}>{t("summary.practise")}</LinkButton>
          ) : (
            <Button onClick={onAgain}>{newLeft > 0 ? t("summary.more") : t("summary.repeat")}</Button>
          )}
          <LinkButton href={`/packs/${pack.key}`} tone="secondary">
            {t("summary.pack")}
          </LinkButton>
          <span className="grow" />
          {(!nothing || session.aside) && (
            <Button tone="quiet" onClick={onUndo}>
              {t("undo")}
            </Button>
          )}
        </div>
        {outbox && <Unsaved outbox={outbox} />}
        {!nothing && <Hint name="summary" />}
      </main>
    </>
  );
}

/** Leads to the two that were taken for each other last, side by side. */
function Contrast({ session }: { readonly session: Session }) {
  const t = useTranslations("study");
  const mixed = lastMixedUp(session.log);
  if (!mixed) return null;
  const { card, given, names } = mixed;
  const query = new URLSearchParams({ card: `${card.fact}.${card.direction}`, given });
  return (
    <p className="note mt-3">
      <a href={`/packs/${card.pack}/play/twins?${query}`}>{t("summary.contrast", names)}</a>
    </p>
  );
}

function Figure({ value, text }: { readonly value: number; readonly text: string }) {
  return (
    <div>
      <dd>{value}</dd>
      <dt>{text}</dt>
    </div>
  );
}

/** When the cards of this session come back first. */
function NextDue({ session, today }: { readonly session: Session; readonly today: string }) {
  const t = useTranslations("study");
  const format = useFormatter();
  const { nextDue, dueTomorrow } = summaryOf(session, today);
  if (!nextDue) return null;
  if (daysBetween(today, nextDue) <= 0) return <p className="lead">{t("summary.today")}</p>;
  if (daysBetween(today, nextDue) <= 1) return <p className="lead">{t("summary.tomorrow", { count: dueTomorrow })}</p>;
  const date = format.dateTime(new Date(`${nextDue}T12:00:00Z`), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return <p className="lead">{t("summary.nextDue", { date })}</p>;
}
