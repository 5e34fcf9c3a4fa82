import type { ReactNode } from "react";
import { Field } from "@/components/ui/field.tsx";
import { type FormState, filled } from "@/components/ui/form-state.ts";
import { pointsMax } from "@/lib/classroom/plan.ts";

type Props = {
  readonly state: FormState;
  readonly label: ReactNode;
  readonly points: number;
  readonly className?: string;
};

/** What a question is worth, in halves of a point. */
export function PointsField({ state, label, points, className }: Props) {
  return (
    <Field
      label={label}
      {...filled(state, "points", points)}
      type="number"
      inputMode="decimal"
      min={0.5}
      max={pointsMax}
      step={0.5}
      className={className}
    />
  );
}
