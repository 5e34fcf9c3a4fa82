/** Facts against what is declared of when a thing can have been there: nobody holds an office after their death. */
import { entityOf } from "../facts/value.ts";
import type { Checking } from "./check-pack.ts";

/** Warns of every date of a fact at which its subject or its object cannot have been there; what is said of the dead is confirmed. */
export function checkLife({ pack, entities, report }: Checking): void {
  pack.facts.forEach(({ key, subject, object, from, to, negative }, index) => {
    if (negative) return;
    const dates = [["from", from] as const, ["to", to] as const, ["o", object] as const].flatMap(([field, one]) =>
      one.kind === "date" ? [{ field, date: one.date }] : [],
    );
    for (const { field, date } of dates)
      for (const one of new Set([subject, entityOf(object)])) {
        const entity = entities.get(one ?? "");
        const isEarly = entity?.notBefore && date.last < entity.notBefore.first;
        const isLate = entity?.notAfter && date.first > entity.notAfter.last;
        if (!entity || !(isEarly || isLate)) continue;
        const end = isEarly ? `begins ${entity.notBefore!.edtf}` : `ends ${entity.notAfter!.edtf}`;
        const message = `This is dated ${date.edtf}, and ${one} ${end}: one of the two is wrong, or it is said of the time when it was not there.`;
        report({ severity: "warning", code: "outside-life", at: ["facts", index, field], keys: [key], message });
      }
  });
}
