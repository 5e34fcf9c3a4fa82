import { getTranslations } from "next-intl/server";
import { RefreshAfter } from "@/components/classroom/refresh-after.tsx";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Track } from "@/components/ui/track.tsx";
import { readSampleClass } from "@/lib/server/sample-class.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { removeSample } from "../actions.ts";

type Props = { readonly viewer: Viewer; readonly classId: string };

/** What a sample class is, how far its learners are, and the way to be rid of it; nothing for a class of people. */
export async function Sample({ viewer, classId }: Props) {
  const sample = await readSampleClass(viewer, classId);
  if (!sample) return null;
  const t = await getTranslations("sample");
  const { seed, learners, begun, expected, done } = sample;
  return (
    <Panel title={t("title")}>
      <p className="max-w-measure">{t("text", { count: learners, seed })}</p>
      <p className="status mt-3" role="status">
        {done ? t("done") : t("progress", { begun, expected })}
      </p>
      {!done && (
        <>
          <Track className="mt-2 max-w-measure" max={expected} value={begun} label={t("progressLabel")} />
          <RefreshAfter key={Date.now()} ms={500} />
        </>
      )}
      <details className="mt-4">
        <summary className="link">{t("delete")}</summary>
        <p className="my-3 max-w-measure">{t("deleteText")}</p>
        <Strings of={["sample"]}>
          <ActionButton action={removeSample} fields={{ classId }} label={t("deleteNow")} />
        </Strings>
      </details>
    </Panel>
  );
}
