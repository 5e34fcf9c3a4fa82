"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Kind } from "@/lib/questions/question.ts";
import type { Session } from "@/lib/study/session.ts";
import { factPath } from "../facts/paths.ts";
import { Button } from "../ui/button.tsx";
import { More } from "./more.tsx";
import type { Acts } from "./use-session.ts";

type Props = {
  readonly session: Session;
  readonly kind: Kind;
  /** Id of the form of the question on the screen. */
  readonly form: string;
  readonly acts: Acts;
  readonly mayBeTooEasy: boolean;
};

/** What can be done now: beside the question on a desk, under the thumb on a phone. */
export function ActionBar({ session, kind, form, acts, mayBeTooEasy }: Props) {
  const t = useTranslations("study");
  const proceed = useRef<HTMLButtonElement>(null);
  const { answered } = session;
  const { pack } = session.bundle;
  const item = session.queue[0];
  const fact = item?.kept.question.card?.fact;
  useEffect(() => {
    if (answered) proceed.current?.focus({ preventScroll: true });
  }, [answered]);
  const wrong =
    answered && !answered.overridden && answered.mark.fraction < 1 && answered.response.kind !== "dont-know";
  return (
    <div className="action-bar">
      {answered ? (
        <Button ref={proceed} keys={t("key.space")} onClick={acts.next}>
          {t("continue")}
        </Button>
      ) : (
        <Asking kind={kind} form={form} onDontKnow={() => acts.respond({ kind: "dont-know" })} />
      )}
      <span className="grow" />
      {wrong && (
        <Button tone="quiet" onClick={acts.override}>
          {t("iWasRight")}
        </Button>
      )}
      {mayBeTooEasy && (
        <Button tone="quiet" onClick={acts.tooEasy}>
          {t("tooEasy")}
        </Button>
      )}
      {(session.aside || session.log.length > 0) && (
        <Button tone="quiet" keys="u" onClick={acts.undo}>
          {t("undo")}
        </Button>
      )}
      {item?.card && <More key={session.turn} acts={acts} about={answered && fact ? factPath(pack.key, fact) : null} />}
    </div>
  );
}

/** What can be done with a question that is not answered yet: where an option is pressed to answer, only to pass. */
function Asking({
  kind,
  form,
  onDontKnow,
}: {
  readonly kind: Kind;
  readonly form: string;
  readonly onDontKnow: () => void;
}) {
  const t = useTranslations("study");
  const isPressed = kind === "choice" || kind === "true-false" || kind === "timeline";
  const isTyped = ["typed", "cloze", "number", "date"].includes(kind);
  if (kind === "flashcard")
    return (
      <Button type="submit" form={form} keys={t("key.space")}>
        {t("turn")}
      </Button>
    );
  return (
    <>
      {!isPressed && (
        <Button type="submit" form={form} keys={t("key.enter")}>
          {t("answer")}
        </Button>
      )}
      <Button tone={isPressed ? "secondary" : "quiet"} {...(isTyped ? {} : { keys: "0" })} onClick={onDontKnow}>
        {t("dontKnow")}
      </Button>
    </>
  );
}
