import { useTranslations } from "next-intl";
import type { Question } from "@/lib/questions/question.ts";

/** The right pairs of a match, and the option that belongs to none of them. */
export function MatchKey({ question }: { readonly question: Question }) {
  const t = useTranslations("quiz");
  const textOf = (value: string) => question.options.find((option) => option.value === value)?.text ?? value;
  return (
    <ul className="key-pairs">
      {(question.prompts ?? []).map(({ value, text }, place) => (
        <li key={value}>
          <span>{text}</span> <b>{textOf(question.key[place] ?? "")}</b>
        </li>
      ))}
      {question.options
        .filter((option) => !option.right)
        .map((option) => (
          <li key={option.value} data-spare>
            <span>{t("spare")}</span> <span>{option.text}</span>
            {option.whyNot && <p className="note">{option.whyNot}</p>}
          </li>
        ))}
    </ul>
  );
}
