import { useFormatter, useTranslations } from "next-intl";
import type { Given } from "@/lib/classroom/given.ts";
import { plainName } from "@/lib/facts/names.ts";
import { unbroken } from "../question/unbroken.ts";
import { Sign } from "./sign.tsx";

/** Longest row of names before they become a number. */
const mostNames = 3;

/** What students wrote, or how they put it in order: each answer once, how right it was, what was remarked, and whose it is. */
export function GivenAnswers({ given }: { readonly given: readonly Given[] }) {
  const t = useTranslations("results");
  const format = useFormatter();
  if (given.length === 0) return <p className="note key-given">{t("givenNone")}</p>;
  return (
    <ul className="key-given" aria-label={t("given")}>
      {given.map(({ text, places, fraction, notes, mistakenFor, students }) => (
        <li key={text}>
          <Sign fraction={fraction} />
          <div>
            {places ? (
              <b>
                <span aria-hidden="true">{places.join(" → ")}</span>
                <span className="hidden-text">{text}</span>
              </b>
            ) : (
              <b>{unbroken(text)}</b>
            )}
            <small className="ms-2">
              {students.length <= mostNames ? format.list(students) : t("givenBy", { count: students.length })}
            </small>
            {told(notes, text, mistakenFor).length > 0 && (
              <p className="note">
                {told(notes, text, mistakenFor)
                  .map((note) => t(`note.${note}`, { other: mistakenFor ?? "none" }))
                  .join("; ")}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is remarked of an answer; that Jordan is Jordan need not be. */
function told(notes: Given["notes"], text: string, mistakenFor: string | null): Given["notes"] {
  return plainName(mistakenFor ?? "") === plainName(text) ? notes.filter((note) => note !== "other-entity") : notes;
}
