import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type Change, keyIs, keyWords, waysFor } from "@/lib/classroom/correction.ts";
import type { Question } from "@/lib/questions/question.ts";
import { RightKey } from "./right-key.tsx";

type Props = {
  readonly given: {
    readonly hash: string;
    readonly asked: Question;
    readonly question: Question;
    readonly steps: readonly unknown[];
  };
  readonly here: string;
  /** What is run dry already. */
  readonly correction: { readonly wanted: Change | { readonly by: "pack" }; readonly lowers: boolean } | null;
};

/** How one question is to be corrected; asking changes nothing, so the form goes into the address. */
export function CorrectionForm({ given: { hash, asked, question, steps }, here, correction }: Props) {
  const t = useTranslations("remark");
  const ways = [...waysFor(question), ...(steps.length > 0 ? (["as-asked"] as const) : [])];
  const by = correction?.wanted.by ?? ways[0];
  const listed = correction && "given" in correction.wanted ? correction.wanted.given : null;
  // What an order or a match is answered with is a form of its own, so it cannot stand within this one.
  const form = `correct-${hash.slice(0, 8)}`;
  return (
    <Panel title={t("correct")} id="correct">
      <p className="mb-1 font-serif text-xl">{asked.stem}</p>
      <p className="note mb-6">{t("keyIs", { answer: keyWords(question, asked) })}</p>
      <form id={form} action={here} method="get">
        <input type="hidden" name="asked" value={hash} />
      </form>
      <div className="grid gap-6">
        <fieldset className="choices">
          <legend>{t("how")}</legend>
          {ways.map((way) => (
            <label key={way}>
              <input type="radio" name="by" value={way} defaultChecked={way === by} form={form} />
              <span>
                {t(`way.${way}`)} <small className="block">{t(`wayHint.${way}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {keyIs(question) === null ? (
          <p className="note">{t("noKey")}</p>
        ) : (
          <RightKey question={question} given={listed} form={form} />
        )}
        <fieldset className="choices">
          <legend>{t("fall")}</legend>
          <label>
            <input type="checkbox" name="lowers" value="yes" defaultChecked={correction?.lowers ?? false} form={form} />
            <span>
              {t("mayFall")} <small className="block">{t("mayFallHint")}</small>
            </span>
          </label>
        </fieldset>
        <div className="form-end">
          <Button type="submit" form={form} tone={correction ? "secondary" : "primary"}>
            {t("dryRun")}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
