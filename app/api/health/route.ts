import { healthOfDesk, healthResponse } from "./health-of-desk.ts";

export const dynamic = "force-dynamic";

/** Can this process serve pages? 200 as soon as its database does; the worker is told, not waited for. For strangers. */
export async function GET(): Promise<Response> {
  const health = await healthOfDesk();
  return healthResponse(health, health.database && health.migrated);
}
