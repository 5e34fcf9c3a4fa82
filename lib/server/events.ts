import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../base/canonical.ts";
import type { EventResult, StudyEvent } from "../study/event.ts";
import { responseSchema } from "./response-schema.ts";
import { isZone } from "./settings.ts";

/** An event as it will stand in the log: its instant clamped, its content under a hash. */
export type Received = {
  readonly event: StudyEvent;
  /** sha256 of what the client sent, hex: the same id with another content is another event, and refused. */
  readonly bodyHash: string;
};

export type Refused = Extract<EventResult, { status: "refused" }>;

/** The most events that one request may hold. */
export const mostEvents = 500;

/**
 * Reads one event of a batch. A clock that is wrong by up to a day is put right by clamping to [2000-01-01, received];
 * beyond that the event is refused, because what it says about days would be made up.
 */
export function readEvent(unsafeEvent: unknown, receivedAt: Date): Received | Refused {
  const read = eventShape.safeParse(unsafeEvent);
  if (!read.success) return refusal(idOf(unsafeEvent), "invalid", inWords(read.error));
  const sent = read.data as StudyEvent;
  const at = Date.parse(sent.at);
  if (at > receivedAt.getTime() + graceMs)
    return refusal(sent.id, "invalid", "at: lies in the future by more than a day");
  if (at < earliestMs - graceMs) return refusal(sent.id, "invalid", "at: lies before 2000");
  const bodyHash = createHash("sha256").update(canonicalJson(unsafeEvent)).digest("hex");
  const clamped = new Date(Math.min(Math.max(at, earliestMs), receivedAt.getTime()));
  return { event: { ...sent, at: clamped.toISOString() }, bodyHash };
}

export function refusal(id: string, reason: Refused["reason"], detail: string): Refused {
  return { id, status: "refused", reason, detail };
}

export const isRefused = (read: Received | Refused): read is Refused => "status" in read;

const earliestMs = Date.UTC(2000, 0, 1);
const graceMs = 86_400_000;

/** The first thing that is wrong, with its place. The client needs one to be mended, not a list. */
function inWords(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join(".") || "event"}: ${issue.message}`.slice(0, 300) : "unreadable";
}

function idOf(unsafe: unknown): string {
  const id = typeof unsafe === "object" && unsafe !== null && "id" in unsafe ? unsafe.id : "";
  return typeof id === "string" ? id.slice(0, 64) : "";
}

const uuid = z.uuid().lowercase();
const context = z.strictObject({
  mode: z.enum(["study", "practice", "home", "quiz"]),
  helped: z.boolean(),
  tooEasy: z.boolean(),
  attempt: uuid.nullable(),
});
const slug = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/i);
const card = z.strictObject({ pack: slug, fact: slug, direction: z.enum(["subject", "object", "from", "to"]) });
/** PostgreSQL's calendar has no year 0, and nobody plans past this century and the next. */
const due = z.iso.datetime().refine((at) => at >= "2000" && at < "2200", "lies out of reach");
const base = {
  id: z.uuid({ version: "v7" }).lowercase(),
  deviceId: uuid,
  deviceSeq: z.int().min(0).max(2_147_483_647),
  at: z.iso.datetime(),
  zone: z.string().max(64).refine(isZone, "is no time zone"),
  rolloverHour: z.int().min(0).max(23),
};
const eventShape = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("answer"),
    question: z.string().regex(/^[0-9a-f]{64}$/),
    response: responseSchema,
    tookMs: z.int().min(0).max(3_600_000),
    context,
  }),
  z.strictObject({ ...base, kind: z.literal("undo"), target: uuid }),
  z.strictObject({ ...base, kind: z.literal("override"), target: uuid }),
  z.strictObject({ ...base, kind: z.literal("suspend"), card, suspended: z.boolean() }),
  z.strictObject({ ...base, kind: z.literal("bury"), card }),
  z.strictObject({ ...base, kind: z.literal("forget"), card }),
  z.strictObject({ ...base, kind: z.literal("set_due"), card, due }),
]);
