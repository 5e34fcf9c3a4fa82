import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FactLine } from "@/lib/progress/fact-line.ts";
import { raised } from "@/lib/questions/noun-phrase.ts";
import { unbroken } from "../question/unbroken.ts";
import { Citations } from "../question/why.tsx";
import { Hidden } from "../ui/hidden.tsx";
import { entityPath, factPath } from "./paths.ts";
import { Sentence } from "./sentence.tsx";

type Props = {
  readonly pack: string;
  /** In the order of time. */
  readonly facts: readonly FactLine[];
  /** The thing whose page this is. */
  readonly here: string;
};

/** Facts in the order given, what holds at one time together: when, what, where it is written. */
export function FactList({ pack, facts, here }: Props) {
  const t = useTranslations("facts");
  return (
    <ol className="fact-list">
      {inStretches(facts).map((stretch) => {
        const [{ key, when }] = stretch;
        return (
          <li key={key}>
            <p className="fact-when">{when === null ? t("undated") : unbroken(raised(when))}</p>
            <ul>
              {stretch.map((fact) => (
                <Line key={fact.key} pack={pack} fact={fact} here={here} />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function Line({ pack, fact, here }: Pick<Props, "pack" | "here"> & { readonly fact: FactLine }) {
  const t = useTranslations("facts");
  const ink = useTranslations("pack");
  const unnamed = fact.unnamed.filter(({ key }) => key !== here);
  return (
    <li>
      <div>
        <p className="fact-sentence">
          {fact.standing && (
            <>
              <i className="ink" data-ink={fact.standing} aria-hidden="true" />
              <Hidden>{ink(`ink.${fact.standing}`)}: </Hidden>
            </>
          )}
          <Sentence pack={pack} fact={fact} here={here} />
        </p>
        {unnamed.length > 0 && (
          <p className="note">
            {t("about")}{" "}
            {unnamed.map(({ key, name }) => (
              <Link key={key} href={entityPath(pack, key)} prefetch={false} className="link">
                {unbroken(name)}
              </Link>
            ))}
          </p>
        )}
        <Citations receipts={fact.citations} />
      </div>
      <Link
        href={factPath(pack, fact.key)}
        prefetch={false}
        className="fact-more link"
        aria-label={t("moreAbout", { sentence: fact.sentence })}
      >
        {t("more")}
      </Link>
    </li>
  );
}

type Stretch = [FactLine, ...FactLine[]];

/** Neighbours of one time together. */
function inStretches(facts: readonly FactLine[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const fact of facts) {
    const last = stretches.at(-1);
    if (last?.[0].when === fact.when) last.push(fact);
    else stretches.push([fact]);
  }
  return stretches;
}
