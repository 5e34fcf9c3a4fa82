/** What is to be corrected, as an address says it and a form sends it. */
import { z } from "zod";
import type { Wanted } from "@/lib/server/remark.ts";
import { several } from "./plan-fields.ts";

/** Texts that may be written, or values of options. */
const given = z.string().max(300);

const fields = {
  by: z.enum(["key", "accept", "everybody", "dropped", "as-asked", "pack"]),
  asked: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  lowers: z.enum(["yes", "no"]).default("no"),
};

const asked = z.object({ ...fields, given: several(given), written: given.default(""), until: given.default("") });

/** For a z.strictObject; what was given stands line by line. */
export const correctionFields = { ...fields, given: z.string().max(5_000).default("") };

export type Correction = { readonly wanted: Wanted; readonly lowers: boolean };

type Read = Readonly<Pick<z.output<typeof asked>, "by" | "lowers" | "given">> & { readonly asked?: string | undefined };

/** Null when nothing is asked for, or not so that it can be made. */
export function correctionOf({ by, asked, lowers, given }: Read): Correction | null {
  const may = lowers === "yes";
  if (by === "pack") return { wanted: { by }, lowers: may };
  if (asked === undefined) return null;
  if (by === "key" || by === "accept") return { wanted: { by, asked, given }, lowers: may };
  return { wanted: { by, asked }, lowers: may };
}

/** What was ticked or put in order, then what was written; of a span in both fields. */
const givenIn = ({ given, written, until }: z.output<typeof asked>) => [
  ...given,
  ...[written, until].filter((text) => text !== ""),
];

/** The correction that an address asks for. */
export function correctionIn(parameters: Readonly<Record<string, string | string[] | undefined>>): Correction | null {
  const read = asked.safeParse(parameters);
  return read.success ? correctionOf({ ...read.data, given: givenIn(read.data) }) : null;
}
