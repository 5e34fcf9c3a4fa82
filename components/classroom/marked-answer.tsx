import { useFormatter, useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/form-state.ts";
import { responseText } from "@/lib/classroom/results.ts";
import type { Question, Response } from "@/lib/questions/question.ts";
import { unbroken } from "../question/unbroken.ts";
import { HandMarkForm } from "./hand-mark-form.tsx";

type Props = {
  readonly answer: {
    readonly slot: number;
    readonly question: Question;
    readonly corrected: readonly unknown[];
    readonly response: Response | null;
    readonly points: number;
    readonly waits: boolean;
    readonly pointsMax: number;
    readonly history: readonly {
      readonly number: number;
      readonly points: number | null;
      readonly comment: string | null;
      readonly reason: string;
      readonly by: string;
      readonly at: Date;
    }[];
  };
  /** As it is counted on the page, from 1. */
  readonly place: number;
  readonly zone: string;
  readonly action: FormAction;
  readonly ids: { readonly assignmentId: string; readonly userId: string; readonly number: number };
};

/** What a student answered, what is right, what it earns, and every mark that was given by hand. */
export function MarkedAnswer({ answer, place, zone, action, ids }: Props) {
  const t = useTranslations("marking");
  const o = useTranslations("own");
  const format = useFormatter();
  const { slot, question, response, points, pointsMax, history, corrected, waits } = answer;
  const figure = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  const last = history.at(-1);
  const given = responseText(question, response);
  return (
    <li className="panel" id={`slot-${slot}`}>
      <p className="kicker">
        {t("place", { place })} · {t("pointsOf", { points: figure(points), max: figure(pointsMax) })}
        {last?.points != null && ` · ${t("byHand")}`}
        {waits && ` · ${o("toBeMarked")}`}
        {corrected.length > 0 && ` · ${t("corrected")}`}
      </p>
      <h2 className="mt-1 mb-3 font-serif text-xl">{unbroken(question.stem)}</h2>
      <dl className="mb-4 grid gap-1">
        <dt className="note">{t("answered")}</dt>
        <dd className="font-serif text-lg whitespace-pre-line">{given === "" ? t("blank") : given}</dd>
        {question.answer !== "" && (
          <>
            <dt className="note mt-2">{question.kind === "text" ? o("whyText") : t("right")}</dt>
            <dd>{question.answer}</dd>
          </>
        )}
      </dl>
      {history.length > 0 && (
        <ul className="lines mb-4">
          {history.map((mark) => (
            <li key={mark.number}>
              <span>
                {mark.points === null
                  ? t("takenBack")
                  : t("gave", { points: figure(mark.points), max: figure(pointsMax) })}{" "}
                {t("because", { reason: mark.reason })} {mark.comment && t("commented", { comment: mark.comment })}
              </span>
              <span className="note">
                {mark.by}, {format.dateTime(mark.at, { dateStyle: "medium", timeStyle: "short", timeZone: zone })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <details open={waits}>
        <summary className="link">
          {t("markByHand")}
          <span className="hidden-text"> {t("place", { place })}</span>
        </summary>
        <div className="mt-4">
          <HandMarkForm
            action={action}
            hidden={{ ...ids, slot, after: history.length }}
            points={last?.points ?? null}
            comment={last?.comment ?? null}
            max={pointsMax}
          />
        </div>
      </details>
    </li>
  );
}
