import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PackChoice } from "@/components/classroom/pack-choice.tsx";
import { PlanForm } from "@/components/classroom/plan-form.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { countMax, quizKinds } from "@/lib/classroom/plan.ts";
import { wallOfInstant } from "@/lib/classroom/wall.ts";
import { readClass } from "@/lib/server/classes.ts";
import { readPlan } from "@/lib/server/saved-plans.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { plannablePacks } from "../../../../quizzes/plannable.ts";
import { usualWindow } from "../../../../quizzes/window.ts";
import { draft } from "../actions.ts";
import { quizForms, valuesOf } from "../plan-fields.ts";
import { Plans } from "./plans.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("classes"))("makeQuiz") };
}

/** The plan of a new quiz for a class. */
export default async function NewQuizPage({
  params,
  searchParams,
}: PageProps<"/[locale]/classes/[class]/quizzes/new">) {
  const t = await getTranslations("quiz");
  const { class: classId } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=/classes/${encodeURIComponent(classId)}/quizzes/new`);
  const home = await readClass(viewer, classId);
  if (home?.role !== "instructor") notFound();
  const now = new Date();
  const choices = await plannablePacks(viewer, now);
  if (choices.length === 0) notFound();
  const asked = await searchParams;
  // A plan of before, used again.
  const used = typeof asked.plan === "string" ? await readPlan(viewer, asked.plan) : null;
  const wanted = used?.packId ?? [asked.pack].flat()[0];
  const chosen = choices.find((pack) => pack.key === wanted) ?? choices[0]!;
  const { opens, closes } = usualWindow(now);
  return (
    <>
      <Trail steps={[{ href: `/classes/${classId}`, title: home.name }]} />
      <h1>{t("newTitle", { name: home.name })}</h1>
      <PackChoice packs={choices} chosen={chosen.key} />
      {!used && (
        <Plans
          viewer={viewer}
          classId={classId}
          titleOf={(key) => choices.find((pack) => pack.key === key)?.title}
          now={now}
        />
      )}
      <Strings of={["quiz", "plan", "facts", "question"]}>
        <PlanForm
          action={draft}
          classId={classId}
          zone={home.zone}
          title={chosen.title}
          packs={choices}
          pack={chosen.key}
          kinds={quizKinds}
          forms={quizForms}
          stored={used ? valuesOf(used.name, used.plan) : {}}
          count={12}
          countMax={countMax}
          opens={wallOfInstant(opens, home.zone)}
          closes={wallOfInstant(closes, home.zone)}
        />
      </Strings>
    </>
  );
}
