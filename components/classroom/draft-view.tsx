import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { TakeOutButton, TakeOutList } from "@/components/ui/take-out.tsx";
import type { Question } from "@/lib/questions/question.ts";
import { KeyCard } from "./key-card.tsx";
import { PublishForm } from "./publish-form.tsx";
import { shownTerms } from "./shown-terms.ts";
import type { ShownTerms } from "./terms-fields.tsx";

/** A draft as this screen needs it. */
export type Draft = ShownTerms & {
  readonly id: string;
  readonly className: string;
  readonly title: string;
  readonly plan: { readonly count: number };
  readonly version: number;
  readonly slots: readonly { readonly slot: number; readonly points: number; readonly question: Question }[];
};

type Props = {
  readonly draft: Draft;
  readonly swap: FormAction;
  readonly takeOut: FormAction;
  readonly publish: FormAction;
};

/** The complete quiz before anybody sees it: every question with its key, proof and source; swap, take out, publish. */
export function DraftView({ draft, swap, takeOut, publish }: Props) {
  const t = useTranslations("quiz");
  const r = useTranslations("results");
  return (
    <>
      <p className="kicker">{draft.className}</p>
      <h1>{t("draftTitle")}</h1>
      <p className="lead mt-3">{t("draftLead", { count: draft.slots.length })}</p>
      {draft.slots.length < draft.plan.count && (
        <p className="note mt-2" data-tone="due">
          {t("fewer", { count: draft.slots.length, wanted: draft.plan.count })}
        </p>
      )}
      <h2 className="hidden-text">{r("questionsTitle")}</h2>
      <TakeOutList action={takeOut} className="mt-4 mb-8 grid gap-4">
        {draft.slots.map(({ slot, points, question }, index) => (
          <KeyCard
            key={slot}
            slot={slot}
            number={index + 1}
            question={question}
            points={t("points", { points })}
            actions={
              <span className="inline-flex flex-wrap gap-4">
                <ActionButton
                  action={swap}
                  fields={{ assignmentId: draft.id, slot }}
                  tone="quiet"
                  label={t("swap")}
                  name={t("swapName", { slot: index + 1 })}
                />
                {draft.slots.length > 1 && (
                  <TakeOutButton
                    fields={{ assignmentId: draft.id, slot }}
                    label={t("remove")}
                    name={t("removeName", { slot: index + 1 })}
                  />
                )}
              </span>
            }
          />
        ))}
      </TakeOutList>
      <Panel title={t("publishTitle")}>
        <p className="note mb-6">{t("publishHint", { name: draft.className })}</p>
        <PublishForm
          action={publish}
          assignmentId={draft.id}
          version={draft.version}
          title={draft.title}
          shown={shownTerms(draft)}
          submit={t("publish")}
        />
      </Panel>
    </>
  );
}
