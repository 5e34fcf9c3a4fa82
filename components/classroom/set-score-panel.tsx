import { useFormatter, useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/form-state.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { Table } from "@/components/ui/table.tsx";
import { ScoreForm } from "./score-form.tsx";

type Props = {
  readonly action: FormAction;
  readonly assignmentId: string;
  readonly userId: string;
  readonly zone: string;
  readonly standing: {
    readonly mark: number | null;
    readonly counted: number | null;
    readonly scoreMax: number;
    readonly history: readonly {
      readonly number: number;
      readonly score: number | null;
      readonly reason: string;
      readonly by: string;
      readonly at: Date;
    }[];
  };
};

/** A student's mark in a quiz, another in its place, and everything that was ever set. */
export function SetScorePanel({ action, assignmentId, userId, zone, standing }: Props) {
  const t = useTranslations("gradebook");
  const format = useFormatter();
  const { mark, counted, scoreMax, history } = standing;
  const points = (value: number | null) =>
    value === null ? "none" : format.number(value, { maximumFractionDigits: 2 });
  const last = history.at(-1);
  return (
    <Panel title={t("scoreTitle")} className="mt-8" id="score">
      <p className="note mb-4">
        {t("scoreNow", { mark: points(mark), max: scoreMax })} {last && t("scoreCounted", { counted: points(counted) })}
      </p>
      <ScoreForm
        action={action}
        assignmentId={assignmentId}
        userId={userId}
        after={last?.number ?? 0}
        score={last?.score ?? null}
        max={scoreMax}
      />
      {history.length > 0 && (
        <div className="mt-6">
          <Table
            caption={t("history")}
            captionHidden={false}
            columns={[
              { key: "when", title: t("when") },
              { key: "what", title: t("what"), figure: true },
              { key: "reason", title: t("reason") },
              { key: "who", title: t("who") },
            ]}
            rows={history.toReversed().map(({ number, score, reason, by, at }) => ({
              key: String(number),
              cells: [
                format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone: zone }),
                score === null ? t("takenBack") : points(score),
                reason,
                by,
              ],
            }))}
          />
        </div>
      )}
    </Panel>
  );
}
