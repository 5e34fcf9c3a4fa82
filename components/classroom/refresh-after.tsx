"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** What is longer off is looked at when somebody comes again; a timer of more than 24 days would ring at once. */
const longestMs = 86_400_000;

/** Fetches the page anew after so many milliseconds, for what appears by itself. */
export function RefreshAfter({ ms }: { readonly ms: number }) {
  const router = useRouter();
  useEffect(() => {
    if (ms > longestMs) return;
    // Up to two seconds later, so that a class does not come back in one instant.
    const timer = setTimeout(() => router.refresh(), ms + Math.random() * 2_000);
    return () => clearTimeout(timer);
  }, [ms, router]);
  return null;
}
