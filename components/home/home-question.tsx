"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Bundle } from "@/lib/study/event.ts";
import { useKeys } from "../question/keys.ts";
import { unbroken } from "../question/unbroken.ts";
import { inZoneHere } from "../study/scope.ts";
import { Turn } from "../study/turn.tsx";
import { Unsaved } from "../study/unsaved.tsx";
import { useOutbox } from "../study/use-outbox.ts";
import { useSession } from "../study/use-session.ts";
import { Button } from "../ui/button.tsx";

/** How long to wait for the answer to arrive before going on to study; it is kept either way. */
const patienceMs = 1_500;

/** One question, answerable at once by anyone: the first answer makes a guest. The bundle holds its one card. */
export function HomeQuestion({ bundle }: { readonly bundle: Bundle }) {
  const t = useTranslations("study");
  const router = useRouter();
  const learner = bundle.learner?.id ?? null;
  const outbox = useOutbox(learner);
  const { session, acts } = useSession(inZoneHere(bundle), outbox);
  const { answered } = session;
  const question = session.queue[0]?.kept.question;

  async function goOn() {
    await outbox?.settle(patienceMs);
    router.push(`/study?pack=${bundle.pack.key}`);
  }

  useKeys(true, (key) => {
    if (answered && (key === " " || key === "Enter")) void goOn();
    else if (!answered && key === "0") acts.respond({ kind: "dont-know" });
    else return false;
    return true;
  });

  if (!question) return null;
  return (
    <section className="home-question" data-answered={answered ? "" : undefined}>
      <p className="kicker">
        {bundle.pack.title} · {question.kicker}
      </p>
      <h1 className="stem">{unbroken(question.stem)}</h1>
      <Turn session={session} onResponse={acts.respond} />
      <div className="action-bar">
        {answered ? (
          // A button of its own, not the other one with new words: only then does the focus come to it.
          <Button key="continue" keys={t("key.space")} onClick={() => void goOn()} autoFocus>
            {t("continue")}
          </Button>
        ) : (
          <Button key="dont-know" tone="secondary" keys="0" onClick={() => acts.respond({ kind: "dont-know" })}>
            {t("dontKnow")}
          </Button>
        )}
      </div>
      {outbox && <Unsaved outbox={outbox} />}
    </section>
  );
}
