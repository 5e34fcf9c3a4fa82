/** Never from the build: an answer proves that this process answers. */
export const dynamic = "force-dynamic";

/** Does the process answer? Says nothing about the database: a restart would not mend that. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
