import { readSession } from "@/lib/accounts/session-store.ts";
import { openDesk } from "./desk.ts";

/** Is one of these the token of somebody who is signed in? */
export async function isLiveSession(tokens: readonly string[]): Promise<boolean> {
  const { db } = openDesk();
  for (const token of tokens.slice(0, 2))
    if ((await readSession(db, token, Date.now())) !== null) return true;
  return false;
}
