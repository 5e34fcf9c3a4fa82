"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Fetches the page anew after so many milliseconds, for what appears by itself. */
export function RefreshAfter({ ms }: { readonly ms: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), ms);
    return () => clearTimeout(timer);
  }, [ms, router]);
  return null;
}
