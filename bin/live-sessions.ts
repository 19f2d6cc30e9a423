import { readSession } from "../lib/accounts/session-store.ts";
import { openDb } from "../lib/db/client.ts";

/** Asks the desk at `url` whether one of these is the token of somebody who is signed in. */
export function liveSessions(url: string): (tokens: readonly string[]) => Promise<boolean> {
  let db: ReturnType<typeof openDb> | undefined;
  return async (tokens) => {
    db ??= openDb(url);
    for (const token of tokens.slice(0, 2))
      if ((await readSession(db, token, Date.now())) !== null) return true;
    return false;
  };
}
