import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Told } from "@/components/classroom/built-view.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { type Asked, addressOf, askedIn, type Built } from "@/lib/classroom/built.ts";
import { drawBuilt, swapBuilt } from "@/lib/server/built-quiz.ts";
import { myClasses } from "@/lib/server/classes.ts";
import { currentViewer, type Viewer } from "@/lib/server/viewer.ts";
import { BuiltQuizPage } from "./built.tsx";
import { PlanPage } from "./plan.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("classes"))("makeQuiz") };
}

/**
 * "Make a quiz" from anywhere: straight to the plan where there is one class to give it to; for everybody else a quiz that stands in this
 * page's address, to be looked through, printed and taken away without an account.
 */
export default async function MakeQuizPage({ searchParams }: PageProps<"/[locale]/quizzes/new">) {
  const parameters = await searchParams;
  const asked = askedIn(parameters);
  const viewer = await currentViewer();
  const taught = viewer && !viewer.guest ? (await myClasses(viewer)).filter(({ role }) => role === "instructor") : [];
  const query = asked.pack ? `?pack=${encodeURIComponent(asked.pack)}` : "";
  const isPlain = !asked.sent && asked.chosen.length === 0;
  if (isPlain && taught.length === 1) redirect(`/classes/${taught[0]!.id}/quizzes/new${query}`);
  if (isPlain && taught.length > 1) return <WhichClass classes={taught} query={query} />;
  const now = new Date();
  const { count } = asked;
  if (count === null || asked.kinds.length === 0 || parameters.plan !== undefined)
    return (
      <PlanPage
        asked={asked}
        problem={asked.sent && parameters.plan === undefined ? problemOf(asked) : null}
        count={[parameters.count].flat()[0]}
      />
    );
  const built: Built = { ...asked, count };
  if (built.chosen.length === 0) {
    const drawn = await drawBuilt(viewer, { ...built, seed: built.seed || crypto.randomUUID().slice(0, 8) }, now);
    if (drawn && drawn.chosen.length > 0) redirect(`/quizzes/new?${addressOf(drawn)}`);
    return <PlanPage asked={asked} problem="nothing" count={String(count)} />;
  }
  const changed = await change(viewer, asked, built, now);
  if (changed) redirect(`/quizzes/new?${addressOf(changed.built)}&told=${changed.told.what}.${changed.told.place}`);
  return <BuiltQuizPage built={built} told={toldIn(parameters.told)} viewer={viewer} taught={taught} now={now} />;
}

/** The quiz after a press of one of its buttons, so that the address holds it again; null when none was pressed. */
async function change(
  viewer: Viewer | null,
  { swap, remove }: Asked,
  built: Built,
  now: Date,
): Promise<{ readonly built: Built; readonly told: Told } | null> {
  if (swap !== null) {
    const swapped = await swapBuilt(viewer, built, swap, now);
    return { built: swapped ?? built, told: { place: swap, what: swapped ? "swapped" : "nothing-else" } };
  }
  if (remove === null || built.chosen.length < 2) return null;
  const chosen = built.chosen.filter((_, index) => index !== remove - 1);
  return { built: { ...built, chosen }, told: { place: Math.min(remove, chosen.length), what: "removed" } };
}

function toldIn(given: string | readonly string[] | undefined): Told | null {
  const [, what, place] = /^(swapped|nothing-else|removed)\.(\d{1,2})$/.exec([given].flat()[0] ?? "") ?? [];
  return what ? { what: what as Told["what"], place: Number(place) } : null;
}

const problemOf = ({ count, kinds }: Asked) => (count === null ? "count" : kinds.length === 0 ? "kinds" : null);

async function WhichClass({
  classes,
  query,
}: {
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  readonly query: string;
}) {
  const t = await getTranslations("classes");
  return (
    <>
      <h1 className="mb-6">{t("makeQuiz")}</h1>
      <p className="lead mb-6">{t("whichClass")}</p>
      <ul className="grid justify-items-start gap-3">
        {classes.map((each) => (
          <li key={each.id}>
            <LinkButton href={`/classes/${each.id}/quizzes/new${query}`} tone="secondary">
              {each.name}
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}
