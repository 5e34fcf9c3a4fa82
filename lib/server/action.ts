import "server-only";
import { cookies, headers } from "next/headers.js";
import { unstable_rethrow } from "next/navigation.js";
import type { z } from "zod";
import { config } from "./config.ts";
import { describeError, log, pseudonym } from "./log.ts";
import { isOurs } from "./origin.ts";
import { mustBeStrict, problemsOf, refusalOf } from "./refusal.ts";
import { sessionCookieName, sessionCookieOptions } from "./session-cookie.ts";
import { currentSession, type Session, touchSession, type Viewer } from "./viewer.ts";

/**
 * What is wrong, by field; what belongs to no field stands under `form`. Kebab-case codes, some with a number:
 * "too-many:3" is three minutes to wait.
 */
export type Problems = Readonly<Record<string, readonly string[]>>;

/** What a form shows again: sentences by field, what had been typed, and what was done when all went well. */
export type FormState = {
  readonly problems: Problems;
  readonly values: Readonly<Record<string, string>>;
  readonly done?: string;
};

/** Problems in sentences that the action made itself, as they tell what it found. */
export type Said = { readonly said: Problems };

/** What an action is given once everything about the request has been checked. */
export type ActionCall<Input> = {
  readonly input: Input;
  readonly viewer: Viewer | null;
  readonly session: Session | null;
  readonly headers: Headers;
  readonly now: Date;
};

type ActionSpec<Input> = {
  /** Stands in the log. */
  readonly name: string;
  /** A z.strictObject: fields of the form beyond it are refused. */
  readonly schema: z.ZodType<Input>;
  /** Fields shown again after a refusal; passwords are not among them. */
  readonly keep?: readonly string[];
  /** Turns a code into a sentence; asked for only when there is something to say. */
  readonly words?: () => Promise<(field: string, code: string, number: number) => string>;
  /** Redirects when done, or answers with problems (as codes, or `said` in sentences already), or with what was done. */
  readonly run: (call: ActionCall<Input>) => Promise<Problems | Said | { readonly done: string }>;
};

/**
 * Makes a server action for `useActionState`, which works without scripts too: same-origin only, strict schema, named
 * problems instead of exceptions, one line of log. A mistake of ours is thrown on, for the page's error boundary.
 */
export function action<Input>(spec: ActionSpec<Input>): (state: FormState, form: FormData) => Promise<FormState> {
  mustBeStrict(spec.schema, spec.name);
  return async (_state, form) => {
    const now = new Date();
    const fields = fieldsOf(form);
    const shown = Object.fromEntries((spec.keep ?? []).map((name) => [name, typed(fields[name])]));
    let session: Session | null = null;
    let outcome = "done";
    try {
      const requestHeaders = await headers();
      if (!isOurs(requestHeaders)) return await answer({ form: ["cross-site"] });
      session = await currentSession();
      if (session) await prolong(session, now);
      const read = spec.schema.safeParse(fields);
      if (!read.success) return await answer(byField(read.error));
      const result = await spec.run({
        input: read.data,
        viewer: session?.viewer ?? null,
        session,
        headers: requestHeaders,
        now,
      });
      if ("done" in result && typeof result.done === "string") return { problems: {}, values: {}, done: result.done };
      if ("said" in result && !Array.isArray(result.said)) {
        outcome = "said";
        return { problems: result.said as Problems, values: shown };
      }
      return await answer(result as Problems);
    } catch (error) {
      unstable_rethrow(error);
      const refusal = refusalOf(error);
      outcome = refusal?.code ?? "failed";
      if (!refusal || refusal.status >= 500)
        log(refusal ? "warn" : "error", { route: spec.name, ...describeError(error, !refusal) });
      if (!refusal) throw error;
      return await answer({ form: [codeOf(refusal.code, refusal.retryAfter)] });
    } finally {
      const uid = session ? { uid: pseudonym(session.viewer.userId, config().authSecret, now) } : {};
      log("info", { route: spec.name, method: "action", outcome, ms: Date.now() - now.getTime(), ...uid });
    }

    async function answer(problems: Problems): Promise<FormState> {
      outcome = Object.values(problems).flat()[0] ?? "done";
      return { problems: spec.words ? await inWords(problems, spec.words) : problems, values: shown };
    }
  };
}

/** "too-many:3": to wait is said in whole minutes. */
export const codeOf = (code: string, retryAfter: number | null): string =>
  retryAfter === null ? code : `${code}:${Math.max(1, Math.ceil(retryAfter / 60))}`;

async function inWords(problems: Problems, words: NonNullable<ActionSpec<unknown>["words"]>): Promise<Problems> {
  const say = await words();
  const sentence = (field: string, code: string) => {
    const [name = code, number] = code.split(":");
    return say(field, name, Number(number ?? 0));
  };
  return Object.fromEntries(
    Object.entries(problems).map(([field, codes]) => [field, codes.map((code) => sentence(field, code))]),
  );
}

/** The fields of a form as sent: a text, or several of one name. Files are no text and fail every schema of ours. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const name of new Set(form.keys())) {
    // React's own, which name the action.
    if (name.startsWith("$ACTION")) continue;
    const all = form.getAll(name);
    fields.set(name, all.length === 1 ? all[0] : all);
  }
  return Object.fromEntries(fields);
}

/** Several of one name (checkboxes) are shown again as one text with blanks between them. */
const typed = (field: unknown): string =>
  [field]
    .flat()
    .filter((each) => typeof each === "string")
    .join(" ")
    .slice(0, 500);

/** Problems of a schema by top-level field; those of unknown fields belong to the form. */
function byField(error: z.ZodError): Problems {
  const problems: Record<string, string[]> = {};
  for (const { path, code } of problemsOf(error)) {
    const field = path.split(".")[0] || "form";
    problems[field] = [...new Set([...(problems[field] ?? []), code.replaceAll("_", "-")])];
  }
  return problems;
}

async function prolong(session: Session, now: Date): Promise<void> {
  const until = await touchSession(session, now);
  if (!until) return;
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token) jar.set(sessionCookieName(), token, { ...sessionCookieOptions(), expires: until });
}
