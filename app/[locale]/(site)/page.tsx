import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { InkKey } from "@/components/facts/ink.tsx";
import { Timeline } from "@/components/facts/timeline.tsx";
import { HomeQuestion } from "@/components/home/home-question.tsx";
import { Today, type TodayProps } from "@/components/home/today.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import type { Pack } from "@/lib/facts/fact.ts";
import { firstRows, timelineOf } from "@/lib/progress/timeline.ts";
import type { Question } from "@/lib/questions/question.ts";
import { readBundle } from "@/lib/server/bundle.ts";
import { listPacks, readPack } from "@/lib/server/packs.ts";
import { readToday } from "@/lib/server/progress.ts";
import type { TodayPage } from "@/lib/server/today.ts";
import { currentViewer, type Viewer } from "@/lib/server/viewer.ts";
import type { Bundle } from "@/lib/study/event.ts";

/** Home: for those who have begun, what waits today; for everyone else a question, answerable at once. */
export default async function HomePage() {
  const viewer = await currentViewer();
  const now = new Date();
  const today = viewer && (await readToday(viewer, now));
  if (viewer && today && today.packs.length + today.assignments.length + today.exams.length > 0)
    return <Today {...today} packs={await packsToday(viewer, today)} guest={viewer.guest} />;
  return <Welcome viewer={viewer} now={now} />;
}

/** The packs begun; whom a quiz brought here before they began any is offered all of them. */
async function packsToday(viewer: Viewer, { packs, newLeft }: TodayPage): Promise<TodayProps["packs"]> {
  if (packs.length > 0) return packs.map((pack) => ({ ...pack, begun: true }));
  const all = await listPacks(viewer);
  return all.map(({ key, title }) => ({ key, title, due: 0, newLeft, minutes: 0, begun: false }));
}

async function Welcome({ viewer, now }: { readonly viewer: Viewer | null; readonly now: Date }) {
  const first = (await listPacks(viewer))[0];
  const page = first && (await readPack(viewer, first.key, now));
  if (!page) return <NoPacks />;
  const { key } = page.pack;
  const bundle = await readBundle(viewer, { pack: key, mode: "study", count: drawn }, now);
  return (
    <>
      {bundle && bundle.cards.length > 0 && (
        <Strings of={["study", "question"]}>
          <HomeQuestion bundle={{ ...bundle, cards: [mostTelling(bundle.cards)], composites: [] }} />
        </Strings>
      )}
      <AboutPack pack={page.pack} />
    </>
  );
}

/** From how many cards the one for the home page is taken. */
const drawn = 20;

/** The card whose first question shows most of what Recite does: options to press and a timeline in its Why; else the first. */
function mostTelling(cards: Bundle["cards"]): Bundle["cards"][number] {
  const isTelling = ({ kind, strip }: Question) => kind === "choice" && strip !== null && strip.spans.length > 1;
  for (const card of cards) {
    const telling = card.questions.find((kept) => isTelling(kept.question));
    if (telling) return { ...card, questions: [telling] };
  }
  return cards[0]!;
}

async function AboutPack({ pack }: { readonly pack: Pack }) {
  const t = await getTranslations("home");
  const p = await getTranslations("pack");
  return (
    <section className="mt-16">
      <h2 className="font-serif text-2xl font-semibold">{pack.title}</h2>
      <p className="lead mt-2">{pack.description}</p>
      <p className="note mt-2">
        {p("facts", { count: pack.facts.length })}. {pack.notice}
      </p>
      <div className="acts mt-6 mb-6">
        <LinkButton href={`/study?pack=${pack.key}`} prefetch={false}>
          {p("study")}
        </LinkButton>
        <LinkButton href={`/quizzes/new?pack=${pack.key}`} tone="secondary">
          {p("makeQuiz")}
        </LinkButton>
        <LinkButton href={`/packs/${pack.key}`} tone="secondary">
          {t("aboutPack")}
        </LinkButton>
      </div>
      <Panel title={t("timeline")} aside={<InkKey />}>
        <Timeline
          pack={pack.key}
          groups={firstRows(timelineOf(pack))}
          standings={new Map()}
          caption={p("timelineCaption")}
        />
      </Panel>
    </section>
  );
}

function NoPacks() {
  const t = useTranslations("home");
  return (
    <>
      <h1>{t("noPacks")}</h1>
      <p className="lead mt-2">{t("noPacksText")}</p>
    </>
  );
}
