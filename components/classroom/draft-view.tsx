import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { TakeOutList } from "@/components/ui/take-out.tsx";
import { isOwn } from "@/lib/classroom/own.ts";
import type { Question } from "@/lib/questions/question.ts";
import { Trail } from "../ui/trail.tsx";
import { KeyCard } from "./key-card.tsx";
import { PublishForm } from "./publish-form.tsx";
import { shownTerms } from "./shown-terms.ts";
import { SlotActions, type SlotEdits } from "./slot-actions.tsx";
import type { ShownTerms } from "./terms-fields.tsx";

/** A draft as this screen needs it. */
export type Draft = ShownTerms & {
  readonly id: string;
  readonly className: string;
  readonly title: string;
  readonly plan: { readonly count: number };
  readonly version: number;
  readonly slots: readonly {
    readonly slot: number;
    readonly hash: string;
    readonly points: number;
    readonly pinned: boolean;
    readonly question: Question;
  }[];
};

type Props = {
  readonly draft: Draft;
  /** The address of its class. */
  readonly home: string;
  /** Its own address. */
  readonly here: string;
  readonly edit: SlotEdits & { readonly drawAnew: FormAction };
  readonly publish: FormAction;
};

/** The complete quiz before anybody sees it: every question with its key, proof and source; change it, look at it as a student, publish. */
export function DraftView({ draft, home, here, edit, publish }: Props) {
  const t = useTranslations("quiz");
  const r = useTranslations("results");
  const p = useTranslations("plan");
  const o = useTranslations("own");
  const x = useTranslations("refused");
  return (
    <>
      <Trail steps={[{ href: home, title: draft.className }]} />
      <h1>{t("draftTitle")}</h1>
      <p className="lead mt-3">{t("draftLead", { count: draft.slots.length })}</p>
      {draft.slots.length < draft.plan.count && (
        <p className="note mt-2" data-tone="due">
          {t("fewer", { count: draft.slots.length, wanted: draft.plan.count })}
        </p>
      )}
      <h2 className="hidden-text">{r("questionsTitle")}</h2>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <LinkButton href={`${here}/preview`} prefetch={false} tone="secondary">
          {p("preview")}
        </LinkButton>
        <LinkButton href={`${here}/own`} prefetch={false} tone="secondary">
          {o("add")}
        </LinkButton>
        <LinkButton href={`${here}/refused`} prefetch={false} tone="quiet">
          {x("open")}
        </LinkButton>
        <ActionButton
          action={edit.drawAnew}
          fields={{ assignmentId: draft.id, version: draft.version }}
          label={p("drawAnew")}
        />
      </div>
      <TakeOutList action={edit.takeOut} className="mt-4 mb-8 grid gap-4">
        {draft.slots.map(({ slot, hash, points, pinned, question }, index) => (
          <KeyCard
            key={slot}
            slot={slot}
            number={index + 1}
            question={question}
            points={pinned ? `${t("points", { points })} · ${p("pinned")}` : t("points", { points })}
            actions={
              <SlotActions
                edit={edit}
                assignmentId={draft.id}
                slot={slot}
                hash={hash}
                number={index + 1}
                points={points}
                pinned={pinned}
                last={draft.slots.length === 1}
                own={isOwn(question) ? `${here}/own?slot=${slot}` : null}
              />
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
