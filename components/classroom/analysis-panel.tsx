import { useFormatter, useTranslations } from "next-intl";
import { AsTable } from "@/components/ui/as-table.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Table } from "@/components/ui/table.tsx";
import { itemOf } from "@/lib/classroom/analysed.ts";
import { type Analysis, fewestStudents, type ItemAnalysis, readingOf } from "@/lib/classroom/analysis.ts";
import type { Flag } from "@/lib/classroom/analysis-flags.ts";
import { choicesOf } from "@/lib/classroom/correction.ts";
import type { Estimate } from "@/lib/classroom/statistics.ts";
import type { Question } from "@/lib/questions/question.ts";
import { AnalysedVariant, type Variants } from "./analysed-variant.tsx";

type Props = {
  readonly analysis: Analysis;
  /** A question of each item. */
  readonly asked: ReadonlyMap<string, Question>;
  /** The places of the quiz as the page counts them. */
  readonly slots: readonly { readonly slot: number; readonly question: Question }[];
  /** Absent where everybody has the same questions. */
  readonly variants?: Variants | undefined;
  readonly className?: string;
};

/** What a class's answers say of its questions: figures with their intervals, what to look at in words, explanations on demand. */
export function AnalysisPanel({ analysis, asked, slots, variants, className }: Props) {
  const t = useTranslations("analysis");
  const r = useTranslations("remark");
  const format = useFormatter();
  const percent = (value: number) => format.number(Math.round(value * 100));
  const decimal = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const withInterval = ({ value, low, high }: Estimate, figure: (value: number) => string) => (
    <>
      {figure(value)} <small className="note">{t("interval", { low: figure(low), high: figure(high) })}</small>
    </>
  );
  const nameOf = ({ item }: ItemAnalysis) => {
    const index = slots.findIndex(({ question }) => itemOf(question) === item);
    const question = asked.get(item);
    const stem = question?.stem ?? "";
    if (index < 0)
      return (
        <>
          {t("otherVariant", { stem })}{" "}
          {question && <small className="note">{r("keyIs", { answer: question.answer })}</small>}
        </>
      );
    return <a href={`#slot-${slots[index]?.slot}`}>{t("item", { number: index + 1, stem })}</a>;
  };
  const discriminationOf = ({ discrimination }: ItemAnalysis) => {
    if (discrimination === "too-few-students") return <span className="note">{t("tooFew")}</span>;
    if (discrimination === "all-alike") return <span className="note">{t("allAlike")}</span>;
    return withInterval(discrimination, decimal);
  };
  const columns = [
    { key: "question", title: t("question") },
    { key: "share", title: t("share"), figure: true },
    { key: "discrimination", title: t("discrimination"), figure: true },
    { key: "took", title: t("took"), figure: true },
  ];
  const rowOf = (item: ItemAnalysis) => ({
    key: item.item,
    cells: [
      nameOf(item),
      withInterval(item.share, percent),
      discriminationOf(item),
      item.took === null ? "–" : t("seconds", { seconds: format.number(Math.round(item.took / 1_000)) }),
    ],
    below: <Look item={item} question={asked.get(item.item)} />,
  });
  // Where every student has questions of their own there are hundreds: first those that call for a look.
  const isLong = analysis.items.length > 2 * slots.length;
  const [shown, quiet] = isLong ? parted(analysis.items) : [analysis.items, []];
  return (
    <Panel title={t("title")} className={className}>
      {variants && <AnalysedVariant variants={variants} />}
      <p className="note mb-3">
        {variants && (variants.chosen === undefined ? t("pooled") : t("variantOnly", { number: variants.chosen }))}{" "}
        {t("of", { count: analysis.students })} <Reliability of={analysis.reliability} />
      </p>
      <div className="analysis">
        <Table caption={t("title")} columns={columns} rows={shown.map(rowOf)} />
        {quiet.length > 0 && (
          <AsTable
            label={t("quiet", { count: quiet.length })}
            caption={t("quiet", { count: quiet.length })}
            columns={columns}
            rows={quiet.map(rowOf)}
          />
        )}
      </div>
      <details className="note mt-3">
        <summary className="link w-fit">{t("how")}</summary>
        <ul className="mt-2 grid max-w-measure gap-2">
          <li>{t("howShare")}</li>
          <li>{t("howDiscrimination", { fewest: fewestStudents })}</li>
          <li>{t("howOptions")}</li>
          <li>{t("howReliability")}</li>
          <li>{t("howTime")}</li>
        </ul>
      </details>
    </Panel>
  );
}

/** Those that call for a look, and the others; all of them where none does. */
function parted(items: readonly ItemAnalysis[]): readonly [readonly ItemAnalysis[], readonly ItemAnalysis[]] {
  const flagged = items.filter(({ flags }) => flags.length > 0);
  return flagged.length > 0 ? [flagged, items.filter(({ flags }) => flags.length === 0)] : [items, []];
}

function Reliability({ of }: { readonly of: Analysis["reliability"] }) {
  const t = useTranslations("analysis.reliability");
  const format = useFormatter();
  if (!("value" in of)) return t(of.kind, { fewest: fewestStudents });
  const kind = of.kind === "kr-20" ? "kr20" : "alpha";
  const value = format.number(of.value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <>
      {t(readingOf(of.value), { value, kind })} {t("error", { points: Math.round(of.standardError * 10) / 10 })}
    </>
  );
}

/** What to look at, and on demand what was chosen. */
function Look({ item, question }: { readonly item: ItemAnalysis; readonly question: Question | undefined }) {
  const t = useTranslations("analysis");
  const format = useFormatter();
  const percent = (value: number) => format.number(Math.round(value * 100));
  const offered = question ? choicesOf(question) : [];
  const textOf = (value: string) => offered.find((option) => option.value === value)?.text ?? value;
  const sentenceOf = (flag: Flag) => {
    if ("value" in flag) return t(`flag.${flag.kind}`, { option: textOf(flag.value) });
    if ("values" in flag)
      return t("flag.idle", { options: format.list(flag.values.map((each) => `“${textOf(each)}”`)) });
    return t(`flag.${flag.kind}`);
  };
  return (
    <>
      {item.flags.length === 0 ? (
        <span className="note">{t("fine")}</span>
      ) : (
        <ul>
          {item.flags.map((flag) => (
            <li key={`${flag.kind} ${"value" in flag ? flag.value : ""}`}>{sentenceOf(flag)}</li>
          ))}
        </ul>
      )}
      {item.options.length > 0 && (
        <AsTable
          label={t("options")}
          caption={t("optionsOf", { stem: question?.stem ?? "", answer: question?.answer ?? "" })}
          columns={[
            { key: "option", title: t("option") },
            { key: "chosen", title: t("chosen"), figure: true },
            { key: "rest", title: t("rest"), figure: true },
            { key: "works", title: t("works") },
          ]}
          rows={item.options.map(({ value, right, chosen, rest, works }) => ({
            key: value,
            cells: [
              textOf(value),
              format.number(chosen),
              rest === null ? "–" : percent(rest),
              right ? t("right") : works ? t(`work.${works}`) : t("tooFew"),
            ],
          }))}
        />
      )}
    </>
  );
}
