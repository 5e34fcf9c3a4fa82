import { useFormatter, useTranslations } from "next-intl";
import { AsTable } from "@/components/ui/as-table.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Table } from "@/components/ui/table.tsx";
import type { Confusion } from "@/lib/classroom/confusions.ts";
import type { Mastery } from "@/lib/classroom/mastery.ts";

type Props = {
  readonly mastery: {
    readonly facts: readonly (Mastery & { readonly pack: string; readonly fact: string; readonly text: string })[];
    readonly topics: readonly (Mastery & { readonly text: string })[];
  };
  readonly confusions: readonly Confusion[];
};

/** What the class knows by topic, the least known first; on demand by fact; and what several take for something else. */
export function ClassMastery({ mastery: { facts, topics }, confusions }: Props) {
  const t = useTranslations("gradebook");
  const format = useFormatter();
  const percent = (value: number) => format.number(Math.round(value * 100));
  const figures = ({ students, share }: Mastery) => [
    format.number(students),
    <span key="share">
      {percent(share.value)}{" "}
      <small className="note">{t("interval", { low: percent(share.low), high: percent(share.high) })}</small>
    </span>,
  ];
  const columns = (title: string) => [
    { key: "name", title },
    { key: "students", title: t("answeredBy"), figure: true },
    { key: "share", title: t("shareRight"), figure: true },
  ];
  return (
    <Panel title={t("mastery")} className="mastery">
      <p className="note mb-3 max-w-measure">{t("masteryHow")}</p>
      <Table
        caption={t("byTopic")}
        columns={columns(t("topic"))}
        rows={topics.map((each) => ({ key: each.key, cells: [each.text, ...figures(each)] }))}
      />
      <AsTable
        label={t("byFact")}
        caption={t("byFact")}
        columns={columns(t("fact"))}
        rows={facts.map((each) => ({
          key: each.key,
          cells: [
            <a key="fact" className="link" href={`/packs/${each.pack}/facts/${each.fact}`}>
              {each.text}
            </a>,
            ...figures(each),
          ],
        }))}
      />
      {confusions.length > 0 && (
        <div className="mt-6">
          <Table
            caption={t("confusions")}
            captionHidden={false}
            columns={[
              { key: "right", title: t("confusedRight") },
              { key: "taken", title: t("confusedTaken") },
              { key: "students", title: t("answeredBy"), figure: true },
            ]}
            rows={confusions.slice(0, 20).map(({ right, taken, students }) => ({
              key: `${right} ${taken}`,
              cells: [right, taken, format.number(students)],
            }))}
          />
        </div>
      )}
    </Panel>
  );
}
