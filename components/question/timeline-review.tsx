import { useTranslations } from "next-intl";
import { atStart, type Question, type Response } from "@/lib/questions/question.ts";
import { unbroken } from "./unbroken.ts";

type Props = { readonly question: Question; readonly response: Response | null };

/** The line with the thing where it belongs, and a mark where it was put, when that was elsewhere. */
export function TimelineReview({ question, response }: Props) {
  const t = useTranslations("question");
  const put = response?.kind === "timeline" ? response.value : null;
  const thing = question.prompts?.[0]?.text ?? "";
  return (
    <ol className="line line-review" data-answered>
      {question.options.map(({ value, text, when, right }) => (
        <li key={value}>
          {value !== atStart && (
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
