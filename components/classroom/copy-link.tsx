"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Status } from "@/components/ui/status.tsx";

/** A link that can be copied; without a clipboard it can still be followed or selected. */
export function CopyLink({
  href,
  label,
  done,
}: {
  readonly href: string;
  readonly label: string;
  readonly done: string;
}) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard?.writeText(href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      <a href={href} className="break-all">
        {href}
      </a>
      <Button tone="secondary" onClick={copy}>
        {label}
      </Button>
      <Status>{copied ? done : null}</Status>
    </span>
  );
}
