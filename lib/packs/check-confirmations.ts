/** The author's answers to warnings: `confirmed` in `pack.yaml`, each about one warning that there is. */
import type { Checking } from "./check-pack.ts";
import { didYouMean } from "./nearest.ts";
import type { Report } from "./places.ts";

/**
 * The reports without the warnings that the author has confirmed (same code, same records in any order), and one for each confirmation
 * of a warning that there is not, so that answers do not outlive their question.
 */
export function checkConfirmations({ pack }: Checking, reports: readonly Report[]): Report[] {
  const nameOf = (code: string, keys: readonly string[]) => `${code} ${[...new Set(keys)].sort().join(" ")}`;
  const warnings = reports.filter(({ severity, keys }) => severity === "warning" && keys);
  const names = new Set(warnings.map(({ code, keys }) => nameOf(code, keys!)));
  const answered = new Set(pack.confirmed.map(({ warning, keys }) => nameOf(warning, keys)));
  const rest = reports.filter(
    ({ severity, code, keys }) => !(severity === "warning" && keys && answered.has(nameOf(code, keys))),
  );
  pack.confirmed.forEach(({ warning, keys }, index) => {
    if (names.has(nameOf(warning, keys))) return;
    const codes = new Set(warnings.map(({ code }) => code));
    const areApart = keys.length > 1 && keys.every((key) => names.has(nameOf(warning, [key])));
    const hint = areApart
      ? " Each of them has a warning of its own: confirm each in an entry of its own."
      : codes.has(warning)
        ? ""
        : didYouMean(warning, codes);
    const message = `There is no warning ${warning} about ${keys.join(", ")} to confirm.${hint}`;
    rest.push({ severity: "warning", code: "needless-confirmation", at: ["pack", 0, "confirmed", index], message });
  });
  return rest;
}
