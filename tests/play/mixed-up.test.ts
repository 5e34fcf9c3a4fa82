import { expect, test } from "vitest";
import { lastMixedUp } from "@/lib/play/mixed-up.ts";
import { next, override, respond, start } from "@/lib/study/session.ts";
import { aBundle, aBundleCard, keptChoice } from "../support/bundle.ts";

const stamp = (id: string) => ({ id, at: "2026-01-05T12:00:01.000Z" });
const session = () =>
  start(aBundle(["f1", "f2"].map((fact) => aBundleCard(fact, {}, [keptChoice(fact)]))), stamp("s").at);
const wrong = { kind: "choice", value: "e:wrong" } as const;

test("what was taken for the answer last is offered as a contrast, by both names", () => {
  const { session: missed } = respond(session(), wrong, stamp("a"), 1);
  expect(lastMixedUp(missed.log)).toMatchObject({
    card: { fact: "f1", direction: "subject" },
    given: "e:wrong",
    names: { one: "Name of f1", other: "e:wrong" },
  });
  const { session: twice } = respond(next(missed), wrong, stamp("b"), 1);
  expect(lastMixedUp(twice.log)?.card.fact).toBe("f2");
});

test("nothing is, when all was right, unknown, or said to have been right", () => {
  const right = respond(session(), { kind: "choice", value: "e:f1" }, stamp("a"), 1).session;
  const unknown = respond(next(right), { kind: "dont-know" }, stamp("b"), 1).session;
  expect(lastMixedUp(unknown.log)).toBeNull();
  const missed = respond(session(), wrong, stamp("a"), 1).session;
  expect(lastMixedUp(override(missed, stamp("o")).session.log)).toBeNull();
});
