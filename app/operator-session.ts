import { headers } from "next/headers";
import { cache } from "react";
import { type OpenSession, readSession } from "@/lib/accounts/session-store.ts";
import { countUsers } from "@/lib/accounts/user-store.ts";
import { openDesk } from "./desk.ts";
import { isAllowedHost } from "./request-guard.ts";
import { sessionToken } from "./session-cookie.ts";

/** Where a person gets one-time codes; nothing else opens while their role needs them and there are none. */
export const CODES_PAGE = "/security/codes";

/** The session of this request, null when nobody is signed in. Read once a request. */
export const currentSession = cache(
  async (): Promise<OpenSession | null> =>
    await readSession(openDesk().db, await sessionToken(), Date.now()),
);

/** Was the request sent to a name of this desk? */
export async function isForThisDesk(): Promise<boolean> {
  return isAllowedHost((await headers()).get("host"), openDesk().hostRules);
}

/** Where somebody without a session begins. */
export async function doorway(): Promise<"/welcome" | "/sign-in"> {
  return (await countUsers(openDesk().db)) === 0 ? "/welcome" : "/sign-in";
}
