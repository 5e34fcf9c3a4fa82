import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel.tsx";
import { Table } from "@/components/ui/table.tsx";

type Props = {
  readonly made: readonly {
    readonly number: number;
    readonly stem: string;
    readonly by: "pack" | "key" | "accept" | "everybody" | "dropped" | "as-asked";
    readonly answer: string;
    readonly lowers: boolean;
    readonly reason: string;
    readonly madeBy: string;
    readonly madeAt: Date;
  }[];
  readonly zone: string;
};

/** What was corrected in a quiz, the last one first. */
export function CorrectionsMade({ made, zone }: Props) {
  const t = useTranslations("remark");
  const format = useFormatter();
  return (
    <Panel title={t("made")}>
      <Table
        caption={t("made")}
        stacks
        columns={[
          { key: "question", title: t("question") },
          { key: "what", title: t("what") },
          { key: "reason", title: t("reason") },
          { key: "who", title: t("who") },
          { key: "when", title: t("when") },
        ]}
        rows={made.map(({ number, stem, by, answer, lowers, reason, madeBy, madeAt }) => ({
          key: String(number),
          cells: [
            stem,
            `${t(`by.${by}`)}${by === "everybody" || by === "dropped" ? "" : `: ${answer}`}${lowers ? ` (${t("mayFall")})` : ""}`,
            reason,
            madeBy,
            format.dateTime(madeAt, { dateStyle: "medium", timeStyle: "short", timeZone: zone }),
          ],
        }))}
      />
    </Panel>
  );
}
