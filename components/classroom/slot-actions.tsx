"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { TakeOutButton } from "@/components/ui/take-out.tsx";
import { PointsField } from "./points-field.tsx";

/** What can be done to a place of a draft. */
export type SlotEdits = Readonly<Record<"swap" | "takeOut" | "pin" | "exclude" | "give" | "move", FormAction>>;

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
  /** Where a question that the instructor wrote is written anew; null for one of the pack. */
  readonly own: string | null;
};

/** Swap, pin, leave out, take out, and points of one place. A pinned question is only let go. */
export function SlotActions({ edit, assignmentId, slot, hash, number, points, pinned, last, own }: Props) {
  const t = useTranslations("quiz");
  const p = useTranslations("plan");
  const o = useTranslations("own");
  const fields = { assignmentId, slot, hash };
  return (
    <div className="slot-actions">
      {own !== null && (
        <>
          <a className="button" data-tone="quiet" href={own} aria-label={o("editName", { number })}>
            {o("edit")}
          </a>
          {(["up", "down"] as const).map((way) => (
            <ActionButton
              key={way}
              action={edit.move}
              fields={{ ...fields, way }}
              tone="quiet"
              label={o(way)}
              name={o(`${way}Name`, { number })}
            />
          ))}
        </>
      )}
      {!pinned && (
        <ActionButton
          action={edit.swap}
          fields={fields}
          tone="quiet"
          label={t("swap")}
          name={t("swapName", { slot: number })}
        />
      )}
      {own === null && (
        <ActionButton
          action={edit.pin}
          fields={{ ...fields, pinned: pinned ? "no" : "yes" }}
          tone="quiet"
          label={pinned ? p("unpin") : p("pin")}
          name={pinned ? p("unpinName", { number }) : p("pinName", { number })}
        />
      )}
      {!pinned && (
        <ActionButton
          action={edit.exclude}
          fields={fields}
          tone="quiet"
          label={p("exclude")}
          name={p("excludeName", { number })}
        />
      )}
      {!last && (!pinned || own !== null) && (
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
