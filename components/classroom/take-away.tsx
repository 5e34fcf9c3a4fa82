import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { Changed, Left } from "@/lib/interop/item.ts";

/** What is not in a file, or not as it was. */
export type Carried = { readonly left: readonly Left[]; readonly changed: readonly Changed[] };

type Props = {
  /** Where files and sheets of this quiz are: an address with nothing behind it but what tells the quiz. */
  readonly href: (what: "print" | "take-away/moodle.xml" | "take-away/gift.txt") => string;
  readonly moodle: Carried;
  readonly gift: Carried;
};

/** The ways in which a quiz leaves: files with every citation, and paper; beside each file what it cannot carry. */
export function TakeAway({ href, moodle, gift }: Props) {
  const t = useTranslations("takeAway");
  return (
    <Panel title={t("title")} className="take-away">
      <p className="note mb-4">{t("lead")}</p>
      <ul className="lines">
        <li>
          <FileLink href={href("take-away/moodle.xml")} label={t("moodle")} />
          <Otherwise format="moodle" {...moodle} />
        </li>
        <li>
          <FileLink href={href("take-away/gift.txt")} label={t("gift")} />
          <Otherwise format="gift" {...gift} />
        </li>
        <li>
          <LinkButton href={href("print")} prefetch={false} tone="secondary">
            {t("print")}
          </LinkButton>
          <p className="note">{t("printHint")}</p>
        </li>
      </ul>
    </Panel>
  );
}

/** A link of the browser's own: the router would ask for the file as if it were a page first. */
function FileLink({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <a className="button" data-tone="secondary" href={href} download>
      {label}
    </a>
  );
}

/** What is left out is said at once; what is only otherwise, on demand. */
function Otherwise({ format, left, changed }: Carried & { readonly format: "moodle" | "gift" }) {
  const t = useTranslations("takeAway");
  const numbersOf = (of: readonly { readonly number: number }[]) =>
    t("numbers", { count: of.length, list: listed(of) });
  return (
    <div className="note">
      <p>{t(`${format}Hint`)}</p>
      {[...Map.groupBy(left, ({ reason }) => reason)].map(([reason, of]) => (
        <p key={reason} data-tone="due">
          {t("left", { numbers: numbersOf(of), reason: t(`reason.${reason}`) })}
        </p>
      ))}
      {changed.length > 0 && (
        <details>
          <summary>{t("changed", { count: new Set(changed.map(({ number }) => number)).size })}</summary>
          <ul className="mt-2 grid gap-1">
            {[...Map.groupBy(changed, ({ change }) => change)].map(([change, of]) => (
              <li key={change}>
                {numbersOf(of)}: {t(`change.${change}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const listed = (of: readonly { readonly number: number }[]): string => of.map(({ number }) => number).join(", ");
