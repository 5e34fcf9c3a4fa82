"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { TakeOutButton } from "@/components/ui/take-out.tsx";
import { PointsField } from "./points-field.tsx";

/** What can be done to a place of a draft. */
export type SlotEdits = Readonly<Record<"swap" | "takeOut" | "pin" | "exclude" | "give", FormAction>>;

type Props = {
  readonly edit: Omit<SlotEdits, "takeOut">;
  readonly assignmentId: string;
  readonly slot: number;
  /** Of the question that stands there. */
  readonly hash: string;
  /** As it is counted on the page, from 1. */
  readonly number: number;
  readonly points: number;
  readonly pinned: boolean;
  /** The last question stays. */
  readonly last: boolean;
};

/** Swap, pin, leave out, take out, and points of one place. A pinned question is only let go. */
export function SlotActions({ edit, assignmentId, slot, hash, number, points, pinned, last }: Props) {
  const t = useTranslations("quiz");
  const p = useTranslations("plan");
  const fields = { assignmentId, slot, hash };
  return (
    <div className="slot-actions">
      {!pinned && (
        <ActionButton
          action={edit.swap}
          fields={fields}
          tone="quiet"
          label={t("swap")}
          name={t("swapName", { slot: number })}
        />
      )}
      <ActionButton
        action={edit.pin}
        fields={{ ...fields, pinned: pinned ? "no" : "yes" }}
        tone="quiet"
        label={pinned ? p("unpin") : p("pin")}
        name={pinned ? p("unpinName", { number }) : p("pinName", { number })}
      />
      {!pinned && (
        <ActionButton
          action={edit.exclude}
          fields={fields}
          tone="quiet"
          label={p("exclude")}
          name={p("excludeName", { number })}
        />
      )}
      {!last && !pinned && (
        <TakeOutButton fields={fields} label={t("remove")} name={t("removeName", { slot: number })} />
      )}
      <Form
        action={edit.give}
        hidden={{ ...fields, was: points }}
        className="slot-points"
        tone="quiet"
        submit={p("givePoints")}
      >
        {(state) => (
          <PointsField
            state={state}
            label={<span className="hidden-text">{p("pointsOf", { number })}</span>}
            points={points}
          />
        )}
      </Form>
    </div>
  );
}
