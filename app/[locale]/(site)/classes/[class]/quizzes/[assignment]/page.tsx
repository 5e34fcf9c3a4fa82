import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DraftView } from "@/components/classroom/draft-view.tsx";
import { PlanNameForm } from "@/components/classroom/plan-name-form.tsx";
import { ResultsView } from "@/components/classroom/results-view.tsx";
import { TakeAway } from "@/components/classroom/take-away.tsx";
import { VariantPicker } from "@/components/classroom/variant-picker.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { fileOf } from "@/lib/interop/file.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { readResults } from "@/lib/server/results.ts";
import { readTakeAway } from "@/lib/server/take-away.ts";
import { countStored } from "@/lib/server/variants.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { close, drawAnew, exclude, give, pin, swap, takeOut } from "../actions.ts";
import { move } from "../own-actions.ts";
import { keepPlan } from "../plan-actions.ts";
import { publish } from "../terms-actions.ts";

/** A quiz as its instructor sees it: the draft with every key, later the results. */
export default async function QuizPage({
  params,
  searchParams,
}: PageProps<"/[locale]/classes/[class]/quizzes/[assignment]">) {
  const t = await getTranslations("plan");
  const p = await getTranslations("savedPlans");
  const { class: classId, assignment: id } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/classes/${classId}/quizzes/${id}`)}`);
  const draft = await readAssignment(viewer, id);
  if (!draft || draft.classId !== classId) notFound();
  const now = new Date();
  const count = draft.publishedAt ? await countStored(viewer, id) : 1;
  const asked = await searchParams;
  const wanted = Number(asked.variant ?? 1);
  const variant = Number.isInteger(wanted) && wanted >= 1 && wanted <= count ? wanted : 1;
  const quiz = await readTakeAway(viewer, id, variant);
  if (!quiz) notFound();
  const section = [asked.section].flat()[0];
  const analysed = Number(asked.analysed || Number.NaN);
  const alone = Number.isInteger(analysed) && analysed >= 1 && analysed <= count ? analysed : undefined;
  const results = draft.publishedAt ? await readResults(viewer, id, now, { section, variant: alone }) : null;
  return (
    <Strings of={["own", "quiz", "plan", "terms", "results", "question", "common", "savedPlans"]}>
      <title>{draft.title}</title>
      {results ? (
        <ResultsView
          results={results}
          now={now}
          close={close}
          home={`/classes/${classId}`}
          here={`/classes/${classId}/quizzes/${id}`}
          looked={{ section, variants: count > 1 ? { count, chosen: alone, section } : undefined }}
        />
      ) : (
        <DraftView
          draft={draft}
          home={`/classes/${classId}`}
          here={`/classes/${classId}/quizzes/${id}`}
          edit={{ swap, takeOut, pin, exclude, give, drawAnew, move }}
          publish={publish}
        />
      )}
      <div className="mt-8">
        <TakeAway
          href={(what) => `/classes/${classId}/quizzes/${id}/${what}?variant=${variant}`}
          moodle={fileOf(quiz, "moodle.xml")}
          gift={fileOf(quiz, "gift.txt")}
        />
        {count > 1 && <VariantPicker variant={variant} count={count} />}
        <p className="mt-6 flex flex-wrap gap-3">
          <LinkButton
            href={`/classes/${classId}/quizzes/${id}/preview?variant=${variant}`}
            prefetch={false}
            tone="quiet"
          >
            {t("preview")}
          </LinkButton>
          <LinkButton href={`/classes/${classId}/quizzes/new?plan=${id}`} prefetch={false} tone="quiet">
            {t("planAgain")}
          </LinkButton>
        </p>
        <details className="mt-3">
          <summary className="link">{p("save")}</summary>
          <p className="note mt-2 max-w-measure">{p("saveHint")}</p>
          <PlanNameForm
            action={keepPlan}
            hidden={{ assignmentId: id }}
            name={draft.title}
            submit={p("saveNow")}
            done={p("saved")}
          />
        </details>
      </div>
    </Strings>
  );
}
