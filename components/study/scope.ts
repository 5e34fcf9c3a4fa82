/** What is to be studied, as the address says it, and how to get it. */
import type { Bundle } from "@/lib/study/event.ts";

/** A pack, how, and which part of it; null topics or kinds mean all. */
export type Scope = {
  readonly pack: string | null;
  readonly mode: "study" | "practice";
  readonly topics: readonly string[];
  readonly kinds: readonly string[];
  readonly count: number | null;
};

/** Reads the query of the study page: `?pack=…&mode=practice&topics=a&topics=b&kinds=typed,date&count=10`. */
export function readScope(search: string): Scope {
  const query = new URLSearchParams(search);
  const count = Number(query.get("count"));
  return {
    pack: query.get("pack"),
    mode: query.get("mode") === "practice" ? "practice" : "study",
    topics: several(query, "topics"),
    kinds: several(query, "kinds"),
    count: Number.isInteger(count) && count > 0 && count <= 100 ? count : null,
  };
}

function several(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(",").filter(Boolean));
}

/** The bundle of a scope; `missing` when there is no such pack, `unreachable` when the server does not answer. */
export async function fetchBundle(
  scope: Scope,
): Promise<{ readonly kind: "fetched"; readonly bundle: Bundle } | { readonly kind: "missing" | "unreachable" }> {
  if (!scope.pack) return { kind: "missing" };
  const query = new URLSearchParams({ pack: scope.pack, mode: scope.mode, zone: zoneHere() });
  if (scope.topics.length > 0) query.set("topics", scope.topics.join(","));
  if (scope.kinds.length > 0) query.set("kinds", scope.kinds.join(","));
  if (scope.count) query.set("count", String(scope.count));
  try {
    const response = await fetch(`/api/v1/study?${query}`);
    if (response.status === 404 || response.status === 400) return { kind: "missing" };
    if (!response.ok) return { kind: "unreachable" };
    return { kind: "fetched", bundle: (await response.json()) as Bundle };
  } catch {
    return { kind: "unreachable" };
  }
}

/** The browser's time zone by its IANA name. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** UTC is what stands where no zone is known: then the learner's day is the browser's, which the server did not know when it drew the page. */
export function inZoneHere(bundle: Bundle): Bundle {
  const { settings } = bundle;
  return settings.zone === "UTC" ? { ...bundle, settings: { ...settings, zone: zoneHere() } } : bundle;
}
