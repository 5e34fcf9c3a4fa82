import { useTranslations } from "next-intl";
import { QuestionReview } from "@/components/question/review.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { responseText } from "@/lib/classroom/results.ts";
import type { ReviewedSlot as Reviewed } from "@/lib/classroom/reviewed.ts";
import { mark } from "@/lib/questions/mark.ts";

/** What of one answered question its student is shown: with the right answer and Why, or only what was answered and what it earned. */
export function ReviewedSlot({ reviewed, number }: { readonly reviewed: Reviewed; readonly number: number }) {
  const t = useTranslations("quiz");
  const { question, response, marked, posed, why } = reviewed;
  const isAnswered = response !== null && response.kind !== "dont-know";
  if (posed.kind === "text") return <FreeText reviewed={reviewed} />;
  return (
    <>
      {!isAnswered && <p className="note mb-2">{t("blank")}</p>}
      {question ? (
        <Strings of={["question"]}>
          <QuestionReview
            question={question}
            response={response}
            mark={response && marked && mark(question, response, { second: true })}
            options="all"
            why={why}
            name={t("whyOf", { slot: number })}
          />
        </Strings>
      ) : (
        isAnswered && (
          <p className="font-serif text-lg" data-answered>
            {t("youAnswered", { answer: responseText(posed, response) })}
          </p>
        )
      )}
      {!why && marked && isAnswered && (
        <p className="note mt-2">
          {t(`verdict.${marked.fraction >= 1 ? "right" : marked.fraction > 0 ? "part" : "wrong"}`)}
        </p>
      )}
      <Mended reviewed={reviewed} />
    </>
  );
}

/** A free text as it was written, what was looked for where that is shown, and what came of it. */
function FreeText({ reviewed }: { readonly reviewed: Reviewed }) {
  const t = useTranslations("quiz");
  const o = useTranslations("own");
  const { response, posed, question, waits } = reviewed;
  const text = responseText(posed, response).trim();
  return (
    <>
      <p className="font-serif text-lg whitespace-pre-line" data-answered>
        {text === "" ? t("blank") : text}
      </p>
      {question && question.answer !== "" && <p className="note mt-3">{question.answer}</p>}
      {waits && <p className="note mt-2">{o("waits")}</p>}
      <Mended reviewed={reviewed} />
    </>
  );
}

/** That the key was corrected, and what the instructor said. */
function Mended({ reviewed: { correction, hand } }: { readonly reviewed: Reviewed }) {
  const t = useTranslations("remark");
  const special = correction?.by === "everybody" ? t("everybodyHas") : correction?.by === "dropped" && t("isDropped");
  return (
    <>
      {correction && (
        <p className="note mt-2" data-mended>
          {special ||
            (correction.reason === null ? t("corrected") : t("correctedBecause", { reason: correction.reason }))}
        </p>
      )}
      {hand && hand.points !== null && <p className="note mt-2">{t("byHand")}</p>}
      {hand?.comment && (
        <p className="note mt-2" data-comment>
          {t("commented", { comment: hand.comment })}
        </p>
      )}
    </>
  );
}
