import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button.tsx";
import { myClasses } from "@/lib/server/classes.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("classes"))("makeQuiz") };
}

/** "Make a quiz" from anywhere: straight to the plan where there is one class to give it to, else to what is missing. */
export default async function MakeQuizPage({ searchParams }: PageProps<"/[locale]/quizzes/new">) {
  const t = await getTranslations("classes");
  const pack = [(await searchParams).pack].flat()[0];
  const query = pack ? `?pack=${encodeURIComponent(pack)}` : "";
  const viewer = await currentViewer();
  if (!viewer || viewer.guest) redirect(`/sign-up?callbackUrl=${encodeURIComponent(`/quizzes/new${query}`)}`);
  const taught = (await myClasses(viewer)).filter((each) => each.role === "instructor");
  if (taught.length === 0) redirect("/classes/new?next=quiz");
  if (taught.length === 1) redirect(`/classes/${taught[0]!.id}/quizzes/new${query}`);
  return (
    <>
      <h1 className="mb-6">{t("makeQuiz")}</h1>
      <p className="lead mb-6">{t("whichClass")}</p>
      <ul className="grid justify-items-start gap-3">
        {taught.map((each) => (
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
