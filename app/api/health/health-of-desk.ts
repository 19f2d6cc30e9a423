import { type Health, healthOf } from "@/lib/cases/health-store.ts";
import { readEnv } from "@/lib/config/env.ts";
import { openDesk } from "../../desk.ts";

export async function healthOfDesk(): Promise<Health> {
  const place = () => ({ url: readEnv().DATABASE_URL, root: process.cwd() });
  return await healthOf(() => openDesk().db, place, Date.now());
}

export function healthResponse(health: Health, isWell: boolean): Response {
  const headers = { "Cache-Control": "no-store" };
  return Response.json(health, { status: isWell ? 200 : 503, headers });
}
