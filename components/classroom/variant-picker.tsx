import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";

/** Which variant the files, the sheets and the preview beside it are of. */
export function VariantPicker({ variant, count }: { readonly variant: number; readonly count: number }) {
  const t = useTranslations("plan");
  return (
    <form className="mt-4 flex flex-wrap items-end gap-3">
      <Field
        label={t("whichVariant", { count })}
        name="variant"
        type="number"
        inputMode="numeric"
        min={1}
        max={count}
        required
        className="max-w-60"
        defaultValue={variant}
      />
      <Button type="submit" tone="secondary">
        {t("showVariant")}
      </Button>
    </form>
  );
}
