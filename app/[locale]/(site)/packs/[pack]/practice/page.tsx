import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button.tsx";
import type { Kind } from "@/lib/questions/question.ts";
import { readPack } from "@/lib/server/packs.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/practice">;

/** The kinds that can be practised today, from recognising to recalling. */
const kinds = [
  "choice",
  "true-false",
  "multi-select",
  "match",
  "timeline",
  "flashcard",
  "cloze",
  "typed",
  "number",
  "date",
  "order",
] as const satisfies Kind[];

const counts = [10, 20, 40] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pack");
  return { title: t("practise") };
}

/** What to practise: a form that leads to the study shell, and needs no script. */
export default async function PracticePage({ params }: Props) {
  const { pack: key } = await params;
  const page = await readPack(await currentViewer(), key, new Date());
  if (!page) notFound();
  const { pack } = page;
  const t = await getTranslations("pack");
  const q = await getTranslations("question");
  const topics = pack.topics.filter((topic) => pack.facts.some((fact) => fact.topic === topic.key));
  return (
    <form action="/study" className="max-w-measure">
      <p className="kicker">{pack.title}</p>
      <h1>{t("practise")}</h1>
      <p className="lead mt-2 mb-6">{t("practiseText")}</p>
      <input type="hidden" name="pack" value={key} />
      <input type="hidden" name="mode" value="practice" />
      <fieldset className="scope">
        <legend>{t("topics")}</legend>
        {topics.map((topic) => (
          <label key={topic.key}>
            <input type="checkbox" name="topics" value={topic.key} />
            <span>{topic.title}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="scope">
        <legend>{t("kinds")}</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input type="checkbox" name="kinds" value={kind} />
            <span>{q(`kind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="scope">
        <legend>{t("howMany")}</legend>
        {counts.map((count) => (
          <label key={count}>
            <input type="radio" name="count" value={count} defaultChecked={count === 20} />
            <span>{count}</span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" className="mt-4">
        {t("begin")}
      </Button>
    </form>
  );
}
