"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Bundle } from "@/lib/study/event.ts";
import { LinkButton } from "../ui/button.tsx";
import { lastLearner, Outbox, remember } from "./outbox.ts";
import { fetchBundle, readScope, type Scope } from "./scope.ts";
import { Session } from "./session.tsx";
import { Waiting } from "./waiting.tsx";

type Loaded =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly bundle: Bundle; readonly outbox: Outbox | null }
  | { readonly kind: "failed"; readonly why: "offline" | "no-pack" };

/** The study shell: fetches what the address asks for and holds the session. The page around it is the same for everyone. */
export function Study() {
  const t = useTranslations("study");
  const [round, setRound] = useState(0);
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading" });

  // The shell is static, so what is to be studied is fetched here, once for each round.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is what fetches anew.
  useEffect(() => {
    let outbox: Outbox | null = null;
    let stopped = false;
    void load(readScope(location.search)).then((result) => {
      if (result.kind === "ready") outbox = result.outbox;
      if (stopped) outbox?.close();
      else setLoaded(result);
    });
    return () => {
      stopped = true;
      outbox?.close();
    };
  }, [round]);

  if (loaded.kind === "loading") return <Waiting />;
  if (loaded.kind === "failed")
    return (
      <div className="study-main">
        <h1>{t(`failed.${loaded.why}.title`)}</h1>
        <p className="lead mt-3 mb-8">{t(`failed.${loaded.why}.text`)}</p>
        <LinkButton href="/packs" tone="secondary">
          {t("choosePack")}
        </LinkButton>
      </div>
    );
  return (
    <Session
      key={round}
      bundle={loaded.bundle}
      outbox={loaded.outbox}
      onAgain={() => {
        setLoaded({ kind: "loading" });
        setRound(round + 1);
      }}
    />
  );
}

/** How long a page waits for answers from before to arrive, before it asks what is due. */
const patienceMs = 2_500;

/** Sends what waits from before, fetches the bundle of a scope, and opens the queue of the learner it is for. */
async function load(scope: Scope): Promise<Loaded> {
  const before = await Outbox.open(lastLearner()).catch(() => null);
  await before?.settle(patienceMs);
  const fetched = await fetchBundle(scope);
  if (fetched.kind !== "fetched") {
    before?.close();
    return { kind: "failed", why: fetched.kind === "missing" ? "no-pack" : "offline" };
  }
  const learner = fetched.bundle.learner?.id ?? null;
  remember(learner);
  if (before?.learner === learner) return { kind: "ready", bundle: fetched.bundle, outbox: before };
  // Somebody else is signed in now: their queue is another, and the one from before waits for its owner.
  before?.close();
  return { kind: "ready", bundle: fetched.bundle, outbox: await Outbox.open(learner).catch(() => null) };
}
