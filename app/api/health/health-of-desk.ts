import { readEnv } from "@/lib/config/env.ts";
import { knownMigrations } from "@/lib/db/known-migrations.ts";
import { type Readiness, readiness } from "@/lib/db/readiness-store.ts";
import { openDesk } from "../../desk.ts";

/** Yes and no, for anybody who asks: nothing here counts or names what the desk holds. */
export type Health = Readiness & { live: true; ready: boolean };

export async function healthOfDesk(): Promise<Health> {
  const state = await stateOfDesk();
  return { live: true, ready: Object.values(state).every(Boolean), ...state };
}

export function healthResponse(health: Health, isWell: boolean): Response {
  const headers = { "Cache-Control": "no-store" };
  return Response.json(health, { status: isWell ? 200 : 503, headers });
}

async function stateOfDesk(): Promise<Readiness> {
  try {
    const wanted = knownMigrations(readEnv().DATABASE_URL, process.cwd());
    return await readiness(openDesk().db, wanted, Date.now());
  } catch {
    return { database: false, migrated: false, worker: false };
  }
}
