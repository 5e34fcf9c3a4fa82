"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button.tsx";

/** Opens the browser's own dialog for printing; without scripts there is only the browser's menu, so it is not shown. */
export function PrintButton({ label }: { readonly label: string }) {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return isAlive ? <Button onClick={() => window.print()}>{label}</Button> : null;
}

const never = () => () => {};
