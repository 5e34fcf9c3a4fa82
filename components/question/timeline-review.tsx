import { useTranslations } from "next-intl";
import { atStart, type Question, type Response } from "@/lib/questions/question.ts";
import { unbroken } from "./unbroken.ts";

type Props = { readonly question: Question; readonly response: Response | null; readonly folded: boolean };

/**
 * The line with the thing where it belongs, and a mark where it was put, when that was elsewhere. Folded, only the anchors beside these two
 * places.
 */
export function TimelineReview({ question, response, folded }: Props) {
  const t = useTranslations("question");
  const put = response?.kind === "timeline" ? response.value : null;
  const thing = question.prompts?.[0]?.text ?? "";
  const isPlace = (at: number) => question.options[at]?.right || question.options[at]?.value === put;
  return (
    <ol className="line line-review" data-answered>
      {question.options.map(({ value, text, when, right }, at) => (
        <li key={value}>
          {value !== atStart && (!folded || isPlace(at) || isPlace(at - 1)) && (
            <p className="line-anchor">
              <i aria-hidden="true" />
              <span>{when}</span>
              <b>{unbroken(text)}</b>
            </p>
          )}
          {right && (
            <p className="line-place" data-is="right">
              <span>{unbroken(thing)}</span>
              <em>{put === value ? t("yoursRight") : t("right")}</em>
            </p>
          )}
          {put === value && !right && (
            <p className="line-place" data-is="wrong">
              <s>{unbroken(thing)}</s>
              <em>{t("yourAnswer")}</em>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
