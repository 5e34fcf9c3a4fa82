import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/panel.tsx";
import { Table } from "@/components/ui/table.tsx";
import { readLicences } from "@/lib/server/licences.ts";
import { listPacks, readPack } from "@/lib/server/packs.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("about");
  return { title: t("title") };
}

/** What this is, what it is not, its version, and under which licences everything comes. */
export default async function AboutPage() {
  const t = await getTranslations("about");
  const viewer = await currentViewer();
  const { version, licence, parts } = await readLicences();
  const pages = await Promise.all((await listPacks(viewer)).map(({ key }) => readPack(viewer, key, new Date())));
  const packs = pages.flatMap((page) => page ?? []);
  const isFont = (name: string) => name.startsWith("@fontsource");
  const columns = [
    { key: "name", title: t("name") },
    { key: "version", title: t("version"), figure: true },
    { key: "licence", title: t("licence") },
  ];
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead mt-2">{t("what")}</p>
      <p className="lead mt-3 mb-8">{t("privacy")}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <Panel title={t("packs")} className="md:col-span-2">
          <ul className="grid gap-4">
            {packs.map(({ pack, number }) => (
              <li key={pack.key}>
                <p className="font-serif text-lg">
                  {pack.title} <small className="note">{t("revision", { number })}</small>
                </p>
                <p>{pack.notice}</p>
                <p className="note">{pack.licence}</p>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t("program")}>
          <p>{t("programText", { version, licence })}</p>
        </Panel>
        <Panel title={t("fonts")}>
          <Table
            caption={t("fonts")}
            columns={columns}
            rows={parts
              .filter((part) => isFont(part.name))
              .map((part) => ({ key: part.name, cells: [fontName(part.name), part.version, part.licence] }))}
          />
        </Panel>
        <Panel title={t("libraries")} className="md:col-span-2">
          <Table
            caption={t("libraries")}
            columns={columns}
            rows={parts
              .filter((part) => !isFont(part.name))
              .map((part) => ({ key: part.name, cells: [part.name, part.version, part.licence] }))}
          />
        </Panel>
      </div>
    </>
  );
}

/** "@fontsource-variable/source-serif-4" is Source Serif 4. */
function fontName(name: string): string {
  const words = (name.split("/").at(-1) ?? name).split("-");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}
