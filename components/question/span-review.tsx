import { useTranslations } from "next-intl";
import { parseDate } from "@/lib/facts/dates.ts";
import { dateInWords } from "@/lib/questions/date-words.ts";
import type { Mark, Question, Response } from "@/lib/questions/question.ts";
import { unbroken } from "./unbroken.ts";

type Props = { readonly question: Question; readonly response: Response | null; readonly mark: Mark | null };

/** Both ends of a span as they are, and beside each what was written, where that was not all of it. */
export function SpanReview({ question, response, mark }: Props) {
  const t = useTranslations("question");
  const given = response?.kind === "date" ? response : null;
  const wrong = mark?.kind === "marked" ? mark.wrongParts : [];
  return (
    <ul className="options span-review" data-answered>
      {(["from", "to"] as const).map((side, place) => {
        const value = question.key[place] ?? "";
        const date = parseDate(value.slice(2));
        const isRight = given !== null && !wrong.includes(value);
        // In one line both ends stand together: it is said once, below.
        const wrote = given?.to === undefined ? "" : (side === "from" ? given.text : given.to).trim();
        return (
          <li key={side} className="option" data-is={given === null || isRight ? "right" : "other"}>
            <b>{t(`label.${side}`)}</b>
            <span>{date && unbroken(dateInWords(date))}</span>
            <em>
              {isRight && t("yoursRight")}
              {!isRight && wrote !== "" && (
                <>
                  {t("yours")} <s>{wrote}</s>
                </>
              )}
            </em>
          </li>
        );
      })}
      {given !== null && given.to === undefined && wrong.length > 0 && (
        <li className="option" data-is="other">
          <span>{given.text.trim()}</span>
          <em>{t("yourAnswer")}</em>
        </li>
      )}
    </ul>
  );
}
