import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { Question } from "@/lib/questions/question.ts";

type Props = {
  readonly behind: readonly {
    readonly given: { readonly hash: string; readonly asked: Question; readonly question: Question };
    readonly now: Question | null;
  }[];
  readonly here: string;
};

/** Questions of which the pack says otherwise since they were asked. */
export function PackBehind({ behind, here }: Props) {
  const t = useTranslations("remark");
  return (
    <Panel title={t("packTitle")}>
      <p className="note mb-4">{t("packLead")}</p>
      <ul className="lines">
        {behind.map(({ given, now }) => (
          <li key={given.hash}>
            <span className="font-serif">{given.asked.stem}</span>
            {now ? (
              <span className="note">{t("keyMoves", { from: given.question.answer, to: now.answer })}</span>
            ) : (
              <>
                <span className="note">{t("packSilent")}</span>
                <a className="link" href={`${here}?question=${given.asked.id}#correct`}>
                  {t("correct")}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {behind.some(({ now }) => now) && (
        <p className="mt-4">
          <LinkButton href={`${here}?by=pack`} prefetch={false} tone="secondary">
            {t("dryRun")}
          </LinkButton>
        </p>
      )}
    </Panel>
  );
}
