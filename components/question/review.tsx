import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { asMarked, mark as markOf } from "@/lib/questions/mark.ts";
import type { Mark, Question, Response, ValueKey } from "@/lib/questions/question.ts";
import { Hidden } from "../ui/hidden.tsx";
import { MatchReview } from "./match-review.tsx";
import { SpanReview } from "./span-review.tsx";
import { TimelineReview } from "./timeline-review.tsx";
import { chosenValues, verdictOf } from "./verdict.ts";
import { numbersOf, Why } from "./why.tsx";

type Props = {
  readonly question: Question;
  /** Null when nothing was answered. */
  readonly response: Response | null;
  readonly mark: Mark | null;
  /** `folded`: only the options that matter, and a right answer in one line: for one question on the screen. */
  readonly options?: "folded" | "all";
  /** Is the receipt shown, too? */
  readonly why?: boolean;
  /** Beside the verdict. */
  readonly aside?: ReactNode;
  /** What its Why is called where a page shows several. */
  readonly name?: string;
};

/** An answered question: what was answered, what was right, and why. Shows the key: only for self-study or after the release. */
export function QuestionReview({ question, response, mark, options = "folded", why = true, aside, name }: Props) {
  const t = useTranslations("question");
  const verdict = verdictOf(response, mark);
  const judged = asMarked(question, response);
  const others = [question, ...(question.also ?? [])].filter(({ key }) => question.also && key !== judged.key);
  return (
    <div className="review">
      <Answered
        question={judged}
        response={response}
        mark={judged === question || !response ? mark : markOf(judged, response, { second: true })}
        folded={options === "folded"}
      />
      {others.length > 0 && (
        <p className="note mt-2">{t("alsoRight", { answers: others.map(({ answer }) => answer).join("; ") })}</p>
      )}
      {why && (
        <Why
          question={question}
          response={response}
          mark={mark}
          brief={options === "folded" && verdict === "right"}
          folded={options === "folded"}
          aside={aside}
          {...(name ? { name } : {})}
        />
      )}
    </div>
  );
}

function Answered({
  question,
  response,
  mark,
  folded,
}: Pick<Props, "question" | "response" | "mark"> & { readonly folded: boolean }) {
  const t = useTranslations("question");
  if (question.kind === "order") return <Ordered question={question} response={response} />;
  if (question.kind === "match") return <MatchReview question={question} response={response} />;
  if (question.kind === "timeline") return <TimelineReview question={question} response={response} folded={folded} />;
  if (question.span) return <SpanReview question={question} response={response} mark={mark} />;
  const chosen = chosenValues(response);
  if (question.kind === "multi-select" && folded) return <Several question={question} chosen={chosen} />;
  if (question.options.length > 0)
    return (
      <ul className="options" data-answered>
        {question.options
          .filter((option) => !folded || option.right || chosen.includes(option.value))
          .map((option) => (
            <li
              key={option.value}
              className="option"
              data-is={option.right ? "right" : chosen.includes(option.value) ? "wrong" : "other"}
            >
              <span>{option.text}</span>
              <em>{labelOf(option.right, chosen.includes(option.value), t)}</em>
            </li>
          ))}
      </ul>
    );
  const wrote = response && "text" in response ? response.text.trim() : "";
  return (
    <ul className="options" data-answered>
      {wrote && wrote !== question.answer && (
        <li className="option" data-is={verdictOf(response, mark) === "no" ? "wrong" : "other"}>
          <span>{wrote}</span>
          <em>{t("yourAnswer")}</em>
        </li>
      )}
      <li className="option" data-is="right">
        <span>{question.answer}</span>
        <em>{wrote === question.answer ? t("yoursRight") : t("right")}</em>
      </li>
    </ul>
  );
}

/** Several of many, in two rows: what was chosen wrongly, and all that is right; numbered where the strip of its Why is. */
function Several({ question, chosen }: { readonly question: Question; readonly chosen: readonly ValueKey[] }) {
  const t = useTranslations("question");
  const numbers = numbersOf(question, chosen);
  const yours = question.options.filter(({ right, value }) => right && chosen.includes(value)).length;
  const isAll = yours === question.key.length;
  const row = (right: boolean) => (
    <ul>
      {question.options
        .filter((option) => option.right === right && (right || chosen.includes(option.value)))
        .map(({ value, text }) => (
          <li key={value}>
            {numbers && <b>{numbers.indexOf(value) + 1}</b>}
            <span>{text}</span>
            {right && !isAll && chosen.includes(value) && (
              <>
                <i aria-hidden="true">✓</i>
                <Hidden> ({t("yourAnswer")})</Hidden>
              </>
            )}
          </li>
        ))}
    </ul>
  );
  return (
    <ul className="options" data-answered>
      {chosen.length > yours && (
        <li className="option several" data-is="wrong">
          <em>{t("yourAnswer")}</em>
          {row(false)}
        </li>
      )}
      <li className="option several" data-is="right">
        <em>{isAll ? t("yoursRight") : t("severalRight", { yours, of: question.key.length })}</em>
        {row(true)}
      </li>
    </ul>
  );
}

function labelOf(right: boolean, chosen: boolean, t: ReturnType<typeof useTranslations<"question">>): string | null {
  if (right) return chosen ? t("yoursRight") : t("right");
  return chosen ? t("yourAnswer") : null;
}

/** The right order, and for each thing where it was put, when that was elsewhere. */
function Ordered({ question, response }: Pick<Props, "question" | "response">) {
  const t = useTranslations("question");
  const given = response?.kind === "order" ? response.values : [];
  return (
    <ol className="options order-review" data-answered>
      {question.key.map((value, place) => {
        const put = given.indexOf(value);
        return (
          <li key={value} className="option" data-is={put === place ? "right" : "other"}>
            <b>{place + 1}</b>
            <span>{question.options.find((option) => option.value === value)?.text}</span>
            <em>{put < 0 || put === place ? null : t("youPut", { place: put + 1 })}</em>
          </li>
        );
      })}
    </ol>
  );
}
