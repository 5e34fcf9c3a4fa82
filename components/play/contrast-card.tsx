import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { ContrastCard as Card } from "@/lib/play/contrast.ts";
import type { Likeness } from "@/lib/play/twins.ts";
import { TimelineStrip } from "../question/strip.tsx";
import { unbroken } from "../question/unbroken.ts";
import { Citations } from "../question/why.tsx";

/** Two that are alike, side by side in the same words: what each has of its own is marked, and both spans stand one above the other. */
export function ContrastCard({ card }: { readonly card: Card }) {
  const t = useTranslations("play.twins");
  const [one, other] = card.sides;
  return (
    <section className="contrast-card" aria-label={t("card", { one: one.name, other: other.name })}>
      <p className="kicker">{likenessWords(card.likeness, t)}</p>
      <div className="contrast-sides">
        {card.sides.map(({ fact, name, sentence, receipts }) => (
          <div key={fact}>
            <h2>{name}</h2>
            <p>
              {sentence.map(({ text, own }, place) =>
                own ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence stay where they are.
                  <Fragment key={place}>
                    <mark>{unbroken(text.trimEnd())}</mark>
                    {/\s$/.test(text) && " "}
                  </Fragment>
                ) : (
                  unbroken(text)
                ),
              )}
            </p>
            <Citations receipts={receipts} />
          </div>
        ))}
      </div>
      {card.strip && card.strip.spans.length > 1 && (
        <TimelineStrip strip={card.strip} right={card.strip.spans.map(({ value }) => value)} />
      )}
    </section>
  );
}

function likenessWords(likeness: Likeness, t: ReturnType<typeof useTranslations<"play.twins">>): string {
  return t(`likeness.${likeness.kind}`, { words: likeness.kind === "words" ? likeness.words.join(", ") : "" });
}
