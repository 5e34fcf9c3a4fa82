import { useTranslations } from "next-intl";
import { InkBar } from "../facts/ink.tsx";
import { Table } from "../ui/table.tsx";

type Props = {
  readonly topics: readonly {
    readonly key: string;
    readonly title: string;
    readonly known: number;
    readonly fading: number;
    readonly never: number;
  }[];
};

/** How much of each topic is known, fading, never asked: the table is the picture. */
export function CoverageTable({ topics }: Props) {
  const t = useTranslations("progress");
  const p = useTranslations("pack");
  return (
    <Table
      caption={t("coverage")}
      columns={[
        { key: "topic", title: t("topic") },
        { key: "ink", title: <span className="hidden-text">{t("picture")}</span> },
        { key: "known", title: p("ink.known"), figure: true },
        { key: "fading", title: p("ink.fading"), figure: true },
        { key: "never", title: p("ink.never"), figure: true },
      ]}
      rows={topics.map((topic) => ({
        key: topic.key,
        cells: [
          <Topic key="topic" topic={topic} />,
          <InkBar key="ink" counts={topic} />,
          topic.known,
          topic.fading,
          topic.never,
        ],
      }))}
    />
  );
}

/** On a phone the bar stands under its topic, as there is no room beside. */
function Topic({ topic }: { readonly topic: Props["topics"][number] }) {
  return (
    <>
      {topic.title}
      <span className="coverage-under">
        <InkBar counts={topic} />
      </span>
    </>
  );
}
