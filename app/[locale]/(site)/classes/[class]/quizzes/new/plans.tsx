import { getTranslations } from "next-intl/server";
import { PlanNameForm } from "@/components/classroom/plan-name-form.tsx";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { assignmentsOf } from "@/lib/server/assignment-lines.ts";
import { listPlans } from "@/lib/server/saved-plans.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { namePlan, removePlan } from "../plan-actions.ts";

type Props = {
  readonly viewer: Viewer;
  readonly classId: string;
  readonly titleOf: (packId: string) => string | undefined;
  readonly now: Date;
};

/** Plans to begin with: those that were saved under a name, and those of the quizzes of this class. Nothing where there is neither. */
export async function Plans({ viewer, classId, titleOf, now }: Props) {
  const [plans, quizzes] = [await listPlans(viewer), (await assignmentsOf(viewer, classId, now)) ?? []];
  if (plans.length + quizzes.length === 0) return null;
  const t = await getTranslations("savedPlans");
  return (
    <Strings of={["savedPlans"]}>
      <Panel title={t("title")} className="mb-8 max-w-2xl">
        <p className="note">{t("hint")}</p>
        <ul className="lines mt-2">
          {plans.map(({ id, name, packId, plan }) => (
            <li key={id}>
              <a className="link font-serif" href={`?plan=${id}`}>
                {name}
              </a>
              <span className="note">
                {titleOf(packId)} · {t("questions", { count: plan.count })}
              </span>
              <details className="note basis-full">
                <summary aria-label={t("changeNamed", { name })}>{t("change")}</summary>
                <PlanNameForm action={namePlan} hidden={{ id }} name={name} submit={t("rename")} done={t("renamed")} />
                <div className="mt-3">
                  <ActionButton
                    action={removePlan}
                    fields={{ id }}
                    tone="quiet"
                    label={t("delete")}
                    name={t("deleteNamed", { name })}
                  />
                </div>
              </details>
            </li>
          ))}
        </ul>
        {quizzes.length > 0 && (
          <details className="mt-3" open={plans.length === 0}>
            <summary className="note">{t("ofQuizzes", { count: quizzes.length })}</summary>
            <ul className="lines">
              {quizzes.map(({ id, title }) => (
                <li key={id}>
                  <a className="link font-serif" href={`?plan=${id}`}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Panel>
    </Strings>
  );
}
