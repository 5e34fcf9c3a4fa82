import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type Change, choicesOf, keyIs, waysFor } from "@/lib/classroom/correction.ts";
import type { Question } from "@/lib/questions/question.ts";

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
  const listed = correction && "given" in correction.wanted ? correction.wanted.given : question.key;
  const key = keyIs(question);
  return (
    <Panel title={t("correct")} id="correct">
      <p className="mb-1 font-serif text-xl">{asked.stem}</p>
      <p className="note mb-6">{t("keyIs", { answer: question.answer })}</p>
      <form action={here} method="get" className="grid gap-6">
        <input type="hidden" name="asked" value={hash} />
        <fieldset className="choices">
          <legend>{t("how")}</legend>
          {ways.map((way) => (
            <label key={way}>
              <input type="radio" name="by" value={way} defaultChecked={way === by} />
              <span>
                {t(`way.${way}`)} <small className="block">{t(`wayHint.${way}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {key === "chosen" && (
          <fieldset className="choices">
            <legend>{t("options")}</legend>
            {choicesOf(question).map(({ value, text }) => (
              <label key={value}>
                <input type="checkbox" name="given" value={value} defaultChecked={listed.includes(value)} />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
        )}
        {key === "written" && (
          <Field
            label={t("written")}
            hint={t("writtenHint")}
            name="written"
            maxLength={300}
            defaultValue={correction && "given" in correction.wanted ? correction.wanted.given.join("") : ""}
          />
        )}
        <fieldset className="choices">
          <legend>{t("fall")}</legend>
          <label>
            <input type="checkbox" name="lowers" value="yes" defaultChecked={correction?.lowers ?? false} />
            <span>
              {t("mayFall")} <small className="block">{t("mayFallHint")}</small>
            </span>
          </label>
        </fieldset>
        <div className="form-end">
          <Button type="submit" tone={correction ? "secondary" : "primary"}>
            {t("dryRun")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
