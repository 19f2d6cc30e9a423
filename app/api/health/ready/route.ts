import { healthOfDesk, healthResponse } from "../health-of-desk.ts";

export const dynamic = "force-dynamic";

/** Does the desk do its work: database, migrations, and a worker that takes mail in? 503 until all three. For strangers. */
export async function GET(): Promise<Response> {
  const health = await healthOfDesk();
  return healthResponse(health, health.ready);
}
