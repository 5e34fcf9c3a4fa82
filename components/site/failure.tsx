"use client";

import { createTranslator } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { catalogue } from "@/lib/i18n/catalogue.ts";

/** What a failed page says; `digest` is the reference under which the server logged the cause. */
export default function Failure({
  digest,
  retry,
}: {
  readonly digest: string | undefined;
  readonly retry: () => void;
}) {
  const t = createTranslator({ locale: "en", messages: catalogue.en, namespace: "common" });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="py-12">
      <h1 ref={heading} tabIndex={-1}>
        {t("errorTitle")}
      </h1>
      <p className="lead mt-3">{t("errorText")}</p>
      {digest && <p className="note mt-2">{t("errorReference", { digest })}</p>}
      <div className="mt-8 flex gap-3">
        <Button onClick={retry}>{t("tryAgain")}</Button>
      </div>
    </div>
  );
}
