import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BuildForm } from "@/components/classroom/build-form.tsx";
import { PackChoice } from "@/components/classroom/pack-choice.tsx";
import type { FormState } from "@/components/ui/form-state.ts";
import { Strings } from "@/components/ui/strings.tsx";
import { type Asked, titleMax } from "@/lib/classroom/built.ts";
import { countMax, quizKinds } from "@/lib/classroom/plan.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { plannablePacks } from "../plannable.ts";

type Props = {
  /** What the address says already: it is filled in. */
  readonly asked: Asked;
  /** What is wrong with what was sent; null before anything was. */
  readonly problem: "count" | "kinds" | "nothing" | null;
  /** The number of questions as it was typed, whatever it is. */
  readonly count?: string | undefined;
};

/** The plan of a quiz that stands in an address. */
export async function PlanPage({ asked, problem, count }: Props) {
  const t = await getTranslations("quiz");
  const [b, c] = [await getTranslations("built"), await getTranslations("classes")];
  const packs = await plannablePacks(await currentViewer(), new Date());
  const pack = packs.find(({ key }) => key === asked.pack) ?? packs[0];
  if (!pack) notFound();
  const problems: FormState["problems"] =
    problem === "count"
      ? { count: [t("countRange", { max: countMax })] }
      : problem === "kinds"
        ? { kinds: [t("noKind")] }
        : problem === "nothing"
          ? { form: [t("nothing")] }
          : {};
  const isFilled = asked.sent || asked.chosen.length > 0;
  const values: FormState["values"] = isFilled
    ? {
        title: asked.title || pack.title,
        topics: asked.topics.join(" "),
        kinds: asked.kinds.join(" "),
        ...(count === undefined ? {} : { count }),
      }
    : {};
  return (
    <>
      <h1>{c("makeQuiz")}</h1>
      <p className="lead mt-3">{b("planLead")}</p>
      <PackChoice packs={packs} chosen={pack.key} />
      <Strings of={["quiz"]}>
        <BuildForm
          pack={pack}
          kinds={quizKinds}
          count={12}
          countMax={countMax}
          titleMax={titleMax}
          state={{ problems, values }}
        />
      </Strings>
    </>
  );
}
