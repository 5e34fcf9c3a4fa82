import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { myClasses } from "@/lib/server/classes.ts";
import { myWaiting } from "@/lib/server/joining.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { openSample } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("classes"))("title") };
}

/** The classes that I teach and those that I am in. */
export default async function ClassesPage() {
  const t = await getTranslations("classes");
  const s = await getTranslations("sample");
  const viewer = await currentViewer();
  if (!viewer || viewer.guest) redirect("/sign-up?callbackUrl=/classes");
  const [classes, waiting, archived] = await Promise.all([
    myClasses(viewer),
    myWaiting(viewer),
    myClasses(viewer, "archived"),
  ]);
  const hasSample = [...classes, ...archived].some((each) => each.simulated && each.role === "instructor");
  return (
    <>
      <header className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{t("title")}</h1>
          <p className="lead mt-2">{classes.length + waiting.length > 0 ? t("lead") : t("none")}</p>
        </div>
        <p className="flex flex-wrap gap-3">
          <LinkButton href="/classes/new">{t("make")}</LinkButton>
          <LinkButton href="/join" tone="secondary">
            {t("join")}
          </LinkButton>
        </p>
      </header>
      {!hasSample && (
        <div className="note mb-8 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Strings of={["sample"]}>
            <ActionButton action={openSample} label={s("open")} />
          </Strings>
          <span className="max-w-measure">{s("openHint")}</span>
        </div>
      )}
      <ul className="grid gap-4 md:grid-cols-2">
        {waiting.map((each) => (
          <li key={each.classId}>
            <Panel>
              <h2 className="font-serif text-xl">
                <a href={`/classes/${each.classId}`} className="link">
                  {each.name}
                </a>
              </h2>
              <p className="note mt-2">
                <Tag tone="due">{t("waiting")}</Tag>
              </p>
            </Panel>
          </li>
        ))}
        {classes.map((each) => (
          <li key={each.id}>
            <Panel>
              <h2 className="font-serif text-xl">
                <a href={`/classes/${each.id}`} className="link">
                  {each.name}
                </a>
              </h2>
              <p className="note mt-2">
                {each.simulated && <Tag tone="due">{s("band")}</Tag>} <Tag>{t(`role.${each.role}`)}</Tag>{" "}
                {t("students", { count: each.students })} · {each.zone}
              </p>
            </Panel>
          </li>
        ))}
      </ul>
      {archived.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-4">{t("archivedTitle")}</h2>
          <ul className="lines">
            {archived.map((each) => (
              <li key={each.id}>
                <a href={`/classes/${each.id}`} className="link">
                  {each.name}
                </a>
                <span className="note">{t(`role.${each.role}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
