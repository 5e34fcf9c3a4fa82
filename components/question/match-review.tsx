import { useTranslations } from "next-intl";
import type { Question, Response } from "@/lib/questions/question.ts";
import { unbroken } from "./unbroken.ts";

type Props = { readonly question: Question; readonly response: Response | null };

/** The right pairs, and beside each what it was matched with, when that was something else. */
export function MatchReview({ question, response }: Props) {
  const t = useTranslations("question");
  const given = response?.kind === "match" ? response.pairs : [];
  const textOf = (value: string) => question.options.find((option) => option.value === value)?.text ?? value;
  return (
    <ol className="options match-review" data-answered>
      {(question.prompts ?? []).map(({ value, text }, place) => {
        const right = question.key[place] ?? "";
        // Left blank, the right pairs alone are shown.
        const isRight = (put: string | undefined) => put === right || given.length === 0;
        const put = given.find((pair) => pair.prompt === value)?.value;
        return (
          <li key={value} className="option" data-is={isRight(put) ? "right" : "other"}>
            <span>{unbroken(text)}</span>
            <div>
              <b>{unbroken(textOf(right))}</b>
              {isRight(put) && <em>{t("right")}</em>}
              {put !== undefined && put !== right && (
                <em data-wrong>
                  {t("yours")} <s>{textOf(put)}</s>
                </em>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
