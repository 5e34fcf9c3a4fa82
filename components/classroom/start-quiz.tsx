"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Status } from "@/components/ui/status.tsx";
import { post } from "./keeper.ts";

/** Begins the one attempt of a quiz; pressing twice begins once. */
export function StartQuiz({ assignment }: { readonly assignment: string }) {
  const t = useTranslations("quiz");
  const router = useRouter();
  const [state, setState] = useState<"idle" | "starting" | "failed">("idle");

  async function start() {
    setState("starting");
    const status = await post(`/api/v1/assignments/${assignment}/start`, {});
    if (status === 200 || status === 404) return router.refresh();
    setState("failed");
  }

  return (
    <div className="grid justify-items-start gap-2">
      <Button onClick={start} disabled={state === "starting"}>
        {t("start")}
      </Button>
      <Status tone={state === "failed" ? "problem" : "quiet"}>{state === "failed" ? t("notStarted") : null}</Status>
    </div>
  );
}
