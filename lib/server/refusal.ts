import "server-only";
import { z } from "zod";
import { isUnavailable } from "./db.ts";

/** What was wrong with one place of an input; the input itself is never repeated. */
export type InputProblem = { readonly path: string; readonly code: string };

/** A request that is answered with no; thrown where it is found, answered by the wrapper. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** 400..599 */
  readonly status: number;
  /** Stable and kebab-case, for the client to switch on. */
  readonly code: string;
  /** Seconds after which trying again makes sense; null when it does not. */
  readonly retryAfter: number | null;
  readonly problems: readonly InputProblem[];

  constructor(
    status: number,
    code: string,
    more: { readonly retryAfter?: number; readonly problems?: readonly InputProblem[] } = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.retryAfter = more.retryAfter ?? null;
    this.problems = more.problems ?? [];
  }
}

/** Refuses the request: 404 also for what is somebody else's. */
export function refuse(
  status: number,
  code: string,
  more?: { readonly retryAfter?: number; readonly problems?: readonly InputProblem[] },
): never {
  throw new Refusal(status, code, more);
}

/** What an error means to the client; null for a mistake of ours, which is answered 500 and logged. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return new Refusal(400, "invalid", { problems: problemsOf(error) });
  if (isUnavailable(error)) return new Refusal(503, "unavailable", { retryAfter: 2 });
  return null;
}

/** Where and how an input failed its schema, without the input. */
export function problemsOf(error: z.ZodError): InputProblem[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join("."),
    // A message that is a code is one of our own; zod's are sentences, and may quote the input.
    code: /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : issue.code,
  }));
}

/**
 * Throws unless every field of the schema is listed in it: a schema that lets unknown fields through is how a request
 * sets a column nobody meant. For the top level; nested objects use z.strictObject as well.
 */
export function mustBeStrict(schema: z.ZodType, name: string): void {
  if (schema instanceof z.ZodObject && !(schema.def.catchall instanceof z.ZodNever))
    throw new Error(`The schema of ${name} must be a z.strictObject.`);
}
