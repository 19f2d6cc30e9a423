import { countUsers } from "@/lib/accounts/user-store.ts";
import { openDesk } from "../../desk.ts";

export const dynamic = "force-dynamic";

/** Does the desk answer, and does its database? Says nothing else to strangers. */
export async function GET(): Promise<Response> {
  try {
    await countUsers(openDesk().db);
    return Response.json({ live: true, ready: true });
  } catch {
    return Response.json({ live: true, ready: false }, { status: 503 });
  }
}
