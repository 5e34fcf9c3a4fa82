"use client";

import { useRef } from "react";
import { Button, type Tone } from "@/components/ui/button.tsx";

type Props = {
  readonly learner: string;
  readonly label: string;
  readonly everywhere?: boolean;
  readonly tone?: Tone;
};

/**
 * Signs out, once what this browser kept has been sent. Where all of it was, everything kept here goes; where an answer still waits, hers or
 * another's, it stays. A plain form: without scripts it works, and leaves what is kept alone.
 */
export function SignOut({ learner, label, everywhere = false, tone = "secondary" }: Props) {
  const isLeaving = useRef(false);
  const address = everywhere ? "/api/v1/sign-out?everywhere=yes" : "/api/v1/sign-out";
  async function leave(form: HTMLFormElement): Promise<void> {
    if (isLeaving.current) return;
    isLeaving.current = true;
    try {
      const { sendAndCount } = await import("@/components/study/kept-here.ts");
      if ((await sendAndCount(learner)) === 0) form.action = `${address}${everywhere ? "&" : "?"}waiting=nothing`;
    } catch {
      // Whatever is kept here stays.
    }
    form.submit();
  }
  return (
    <form
      method="post"
      action={address}
      onSubmit={(event) => {
        event.preventDefault();
        void leave(event.currentTarget);
      }}
    >
      <Button type="submit" tone={tone}>
        {label}
      </Button>
    </form>
  );
}
