import { checkReadiness } from "@/lib/server/readiness.ts";

export const dynamic = "force-dynamic";

/** Can it serve? 503 while the environment is incomplete, the database away, or its migrations are not ours. */
export async function GET(): Promise<Response> {
  const checks = await checkReadiness(new Date());
  const isReady = Object.values(checks).every((check) => check === "ok");
  return Response.json(
    { status: isReady ? "ready" : "not-ready", checks },
    {
      status: isReady ? 200 : 503,
      headers: { "cache-control": "no-store", ...(isReady ? {} : { "retry-after": "5" }) },
    },
  );
}
