"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Status } from "@/components/ui/status.tsx";
import { post } from "./keeper.ts";

/** `password`: is one asked for? */
type Props = { readonly assignment: string; readonly password: boolean };

/** Begins the next attempt of a quiz; pressing twice begins once. */
export function StartQuiz({ assignment, password }: Props) {
  const t = useTranslations("quiz");
  const router = useRouter();
  const [state, setState] = useState<"idle" | "starting" | "failed" | "wrong" | "too-many">("idle");

  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state === "starting") return;
    const field = event.currentTarget.elements.namedItem("password");
    const given = field instanceof HTMLInputElement ? field.value : null;
    setState("starting");
    const body = given === null ? {} : { password: given };
    const status = await post(`/api/v1/assignments/${assignment}/start`, body);
    if (status === 200 || status === 404) return router.refresh();
    setState(status === 403 ? "wrong" : status === 429 ? "too-many" : "failed");
    // What is wrong with it is read out with the field.
    if (status === 403 && field instanceof HTMLInputElement) field.focus();
  }

  const problems = { wrong: t("wrongPassword"), "too-many": t("tooManyPasswords") } as const;
  return (
    <form className="grid justify-items-start gap-4" onSubmit={start} noValidate>
      {password && (
        <Field
          label={t("password")}
          hint={t("passwordAsked")}
          name="password"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          problems={state === "wrong" || state === "too-many" ? [problems[state]] : []}
        />
      )}
      <Button type="submit" aria-disabled={state === "starting"}>
        {t("start")}
      </Button>
      <Status tone={state === "failed" ? "problem" : "quiet"}>{state === "failed" ? t("notStarted") : null}</Status>
    </form>
  );
}
