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
      {given.map(told).map(({ text, places, fraction, notes, mistakenFor, students }) => (
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
            {notes.length > 0 && (
              <p className="note">
                {notes.map((note) => t(`note.${note}`, { other: mistakenFor ?? "none" })).join("; ")}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** An answer with what is to be remarked of it; that Jordan is Jordan need not be. */
function told(given: Given): Given {
  const isSame = plainName(given.mistakenFor ?? "") === plainName(given.text);
  return isSame ? { ...given, notes: given.notes.filter((note) => note !== "other-entity") } : given;
}
