import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";

/** Which variants there are, and the one that is analysed alone; absent: all together. */
export type Variants = {
  readonly count: number;
  readonly chosen: number | undefined;
  readonly section: string | undefined;
};

/** Analyses one variant alone, or all of them together again. */
export function AnalysedVariant({ variants: { count, chosen, section } }: { readonly variants: Variants }) {
  const t = useTranslations("analysis");
  return (
    <form className="mb-4 flex flex-wrap items-end gap-3" data-print="no">
      {section !== undefined && <input type="hidden" name="section" value={section} />}
      <Field
        label={t("variantOf", { count })}
        name="analysed"
        type="number"
        inputMode="numeric"
        min={1}
        max={count}
        className="max-w-60"
        defaultValue={chosen ?? ""}
      />
      <Button type="submit" tone="secondary">
        {t("variantShow")}
      </Button>
      {chosen !== undefined && (
        <a className="link pb-2" href={section === undefined ? "?" : `?section=${encodeURIComponent(section)}`}>
          {t("variantAll")}
        </a>
      )}
    </form>
  );
}
