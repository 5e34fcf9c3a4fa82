import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/form-state.ts";
import { Strings } from "@/components/ui/strings.tsx";
import { TextForm } from "./text-form.tsx";

/** How the questions of a quiz are reported, and what was. */
export type Reporting = {
  readonly action: FormAction;
  readonly reports: readonly {
    readonly attempt: number;
    readonly slot: number;
    readonly words: string;
    readonly answer: string | null;
  }[];
};

type Props = {
  readonly reporting: Reporting;
  readonly assignmentId: string;
  readonly attempt: number;
  readonly slot: number;
  /** As it is counted on the page, from 1. */
  readonly number: number;
};

/** Something is wrong with this question: said once, with what came of it. */
export function ReportSlot({ reporting, assignmentId, attempt, slot, number }: Props) {
  const t = useTranslations("reports");
  const known = reporting.reports.find((each) => each.attempt === attempt && each.slot === slot);
  if (known)
    return (
      <p className="note mt-4" role="status">
        {t("yours", { words: known.words })}{" "}
        {known.answer === null ? t("waits") : t("theirs", { answer: known.answer })}
      </p>
    );
  return (
    <details className="mt-4">
      <summary className="link">
        {t("report")}
        <span className="hidden-text"> {t("place", { place: number })}</span>
      </summary>
      <div className="mt-4">
        <Strings of={["common"]}>
          <TextForm
            action={reporting.action}
            hidden={{ assignmentId, attempt, slot }}
            name="words"
            label={t("words")}
            hint={t("wordsHint")}
            submit={t("send")}
          />
        </Strings>
      </div>
    </details>
  );
}
