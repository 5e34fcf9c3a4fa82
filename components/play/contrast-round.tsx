"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ContrastCard as Card } from "@/lib/play/contrast.ts";
import type { Bundle } from "@/lib/study/event.ts";
import { useKeys } from "../question/keys.ts";
import { inZoneHere } from "../study/scope.ts";
import { Unsaved } from "../study/unsaved.tsx";
import { useOutbox } from "../study/use-outbox.ts";
import { useSession } from "../study/use-session.ts";
import { Button } from "../ui/button.tsx";
import { Track } from "../ui/track.tsx";
import { ContrastCard } from "./contrast-card.tsx";
import { Played } from "./played.tsx";
import { PlayedQuestion } from "./played-question.tsx";

type Props = {
  readonly bundle: Bundle;
  /** By the hash of a question: the card that is read before it, or shown behind its answer. */
  readonly before: Readonly<Record<string, Card>>;
  readonly after: Readonly<Record<string, Card>>;
};

/** A round of contrasts: each pair is asked both ways, with its card before or behind. Its answers are reviews like any other. */
export function ContrastRound({ bundle, before, after }: Props) {
  const t = useTranslations("play.twins");
  const s = useTranslations("study");
  const outbox = useOutbox(bundle.learner?.id ?? null);
  const { session, acts } = useSession(inZoneHere(bundle), outbox);
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  /** The turn whose answer has been looked at, so that the card behind it is next. */
  const [told, setTold] = useState(-1);
  const { answered, queue, turn } = session;
  const hash = queue[0]?.kept.hash ?? "";
  const unread = (card: Card | undefined) => (card && !read.has(card.name) ? card : null);
  const card = answered ? (told === turn ? unread(after[hash]) : null) : unread(before[hash]);
  const isOver = session.over || queue.length === 0;
  const isAsking = !isOver && !card && !answered;

  function goOn() {
    if (card) setRead(new Set([...read, card.name]));
    else if (answered && unread(after[hash])) return setTold(turn);
    if (answered) acts.next();
  }

  useKeys(!isOver, (key) => {
    if (!isAsking && (key === " " || key === "Enter")) goOn();
    else if (isAsking && key === "0") acts.respond({ kind: "dont-know" });
    else return false;
    return true;
  });

  if (isOver)
    return <Played session={session} outbox={outbox} title={(counts) => t("over", counts)} note={t("overText")} />;
  const total = session.log.length + queue.length - (answered ? 1 : 0);
  return (
    <section
      className="played"
      data-answered={answered ? "" : undefined}
      data-begun={session.log.length > 0 || undefined}
    >
      <Track
        value={session.log.length}
        max={total}
        label={t("position", { done: session.log.length, total })}
        className="mb-4"
      />
      {card ? (
        <Shown key={card.name} card={card} />
      ) : (
        <PlayedQuestion
          session={session}
          // Who has just read the card has been helped.
          onResponse={(response) => acts.respond(response, Object.keys(before).length > 0)}
        />
      )}
      <div className="action-bar">
        {isAsking ? (
          <Button key="dont-know" tone="secondary" keys="0" onClick={() => acts.respond({ kind: "dont-know" })}>
            {s("dontKnow")}
          </Button>
        ) : (
          <Button key={`continue ${turn} ${card?.name}`} keys={s("key.space")} autoFocus={!card} onClick={goOn}>
            {s("continue")}
          </Button>
        )}
      </div>
      {outbox && <Unsaved outbox={outbox} />}
    </section>
  );
}

/** The card takes the focus, so that it is read from its beginning. */
function Shown({ card }: { readonly card: Card }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    here.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <div ref={here} tabIndex={-1}>
      <ContrastCard card={card} />
    </div>
  );
}
