import { readMetrics } from "@/lib/cases/metrics-store.ts";
import { METRICS_TYPE, writeMetrics } from "@/lib/cases/write-metrics.ts";
import { openDesk } from "../../desk.ts";
import { errorLine } from "../../error-line.ts";
import { callerOf } from "../token-caller.ts";

export const dynamic = "force-dynamic";

/** Numbers for Prometheus (docs/operations.md). Its lock is a token of its own scope; no session opens it. */
export async function GET(request: Request): Promise<Response> {
  try {
    const caller = await callerOf(request, "metrics");
    if (caller instanceof Response) return caller;
    const metrics = await readMetrics(openDesk().db);
    const headers = { "Content-Type": METRICS_TYPE, "Cache-Control": "no-store" };
    return new Response(writeMetrics(metrics, Date.now()), { headers });
  } catch (error) {
    return Response.json({ error: errorLine(error, "metrics").text }, { status: 503 });
  }
}
