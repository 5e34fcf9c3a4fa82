"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";

const keys = ["choose", "answer", "continue", "dontKnow", "undo", "bury", "suspend", "end", "help"] as const;

/** All keys of a session, opened by `?`. */
export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTranslations("study");
  return (
    <Dialog open={open} title={t("help.title")} onClose={onClose}>
      <dl className="keys-help">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <Kbd kept>{t(`help.${key}.key`)}</Kbd>
            </dt>
            <dd>{t(`help.${key}.text`)}</dd>
          </div>
        ))}
      </dl>
      <Button tone="secondary" className="mt-5" onClick={onClose}>
        {t("help.close")}
      </Button>
    </Dialog>
  );
}
