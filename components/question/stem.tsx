import { useTranslations } from "next-intl";
import { gap } from "@/lib/questions/question.ts";
import { unbroken } from "./unbroken.ts";

/** The words of a stem; the gap of a cloze is drawn as a line and read aloud as a gap. */
export function StemWords({ stem }: { readonly stem: string }) {
  const t = useTranslations("question");
  const [before = "", ...after] = unbroken(stem).split(gap);
  return (
    <>
      {before}
      {after.map((words, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence stay where they are.
        <span key={place}>
          <span role="img" aria-label={t("gapSaid")} className="gap">
            {gap}
          </span>
          {words}
        </span>
      ))}
    </>
  );
}
