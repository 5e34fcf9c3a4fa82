"use client";

import { lazy, Suspense } from "react";

/** Loaded when something fails, so that no page pays for the strings of its failure. */
const Failure = lazy(() => import("@/components/site/failure.tsx"));

/** A page that failed: says so within the frame and offers another try. */
export default function ErrorPage(props: { readonly error: Error & { digest?: string }; readonly reset: () => void }) {
  return (
    <Suspense>
      <Failure digest={props.error.digest} retry={props.reset} />
    </Suspense>
  );
}
