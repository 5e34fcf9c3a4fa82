import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { Table } from "@/components/ui/table.tsx";
import { keyWords } from "@/lib/classroom/correction.ts";
import type { Move, PlaceMove } from "@/lib/classroom/moves.ts";
import type { Question } from "@/lib/questions/question.ts";
import { ApplyForm } from "./apply-form.tsx";

type Props = {
  readonly run: {
    readonly moves: readonly Move[];
    readonly corrections: readonly {
      readonly given: { readonly hash: string; readonly asked: Question; readonly question: Question };
      readonly by: "pack" | "key" | "accept" | "everybody" | "dropped" | "as-asked";
      readonly question: Question;
    }[];
    readonly print: string;
  };
  readonly correction: {
    readonly wanted: { readonly by: string; readonly asked?: string; readonly given?: readonly string[] };
    readonly lowers: boolean;
  };
  readonly action: FormAction;
  readonly ids: { readonly assignmentId: string; readonly classId: string };
  readonly back: string;
};

/** What a correction would do: whose mark moves, by how much, where and why; then for good, with the reason. */
export function DryRunPanel({ run, correction, action, ids, back }: Props) {
  const t = useTranslations("remark");
  const format = useFormatter();
  const points = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  const change = (by: number) => format.number(by, { maximumFractionDigits: 2, signDisplay: "exceptZero" });
  const moved = run.moves.filter(({ from, to }) => from !== to);
  const where = ({ attempt, place, from, to, why }: PlaceMove) =>
    t("where", { place, attempt, change: change(to - from), why: t(`why.${why}`) });
  const { wanted, lowers } = correction;
  return (
    <Panel title={t("dryTitle")} id="dry-run">
      <ul className="lines mb-4">
        {run.corrections.map(({ given, by, question }) => (
          <li key={given.hash}>
            <span className="font-serif">{given.asked.stem}</span>
            <span className="note">
              {by === "everybody" || by === "dropped"
                ? t(`by.${by}`)
                : t("keyMoves", {
                    from: keyWords(given.question, given.asked),
                    to: keyWords(question, given.asked),
                  })}
            </span>
          </li>
        ))}
      </ul>
      <p className="mb-4 font-serif text-lg" role="status">
        {t("moved", { moved: moved.length, kept: run.moves.length - moved.length })}{" "}
        {lowers ? t("mayFallNow") : t("neverFall")}
      </p>
      {run.moves.length > 0 && (
        <Table
          caption={t("dryTitle")}
          stacks
          columns={[
            { key: "who", title: t("student") },
            { key: "from", title: t("before"), figure: true },
            { key: "to", title: t("after"), figure: true },
            { key: "by", title: t("change"), figure: true },
            { key: "why", title: t("whereWhy") },
          ]}
          rows={run.moves.map(({ userId, name, from, to, places }) => ({
            key: userId,
            cells: [
              ...[name, points(from), points(to), change(to - from)],
              <span key="why" className="block min-w-56">
                {places.map(where).join(" ")}
              </span>,
            ],
          }))}
        />
      )}
      <p className="note mt-4 mb-6">{t("notInIt")}</p>
      <ApplyForm
        action={action}
        hidden={{
          ...ids,
          by: wanted.by,
          ...(wanted.asked === undefined ? {} : { asked: wanted.asked }),
          given: (wanted.given ?? []).join("\n"),
          lowers: lowers ? "yes" : "no",
          print: run.print,
        }}
      />
      <p className="mt-4">
        <LinkButton href={back} prefetch={false} tone="quiet">
          {t("leave")}
        </LinkButton>
      </p>
    </Panel>
  );
}
