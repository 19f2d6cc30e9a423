import { type Admitted, admitCaller, type CallerRefusal } from "@/lib/accounts/admit-caller.ts";
import type { ApiScope } from "@/lib/accounts/api-scope.ts";
import { openDesk } from "../desk.ts";

const STATUS: Record<CallerRefusal["refused"], number> = {
  unknown: 401,
  malformed: 400,
  stale: 401,
  scope: 403,
  "too-many": 429,
  signature: 401,
};
const HEADERS: Partial<Record<number, HeadersInit>> = {
  401: { "WWW-Authenticate": "Bearer" },
  429: { "Retry-After": "60" },
};

/** The machine that asks, by its token; or the answer that says why not. */
export async function callerOf(request: Request, scope: ApiScope): Promise<Admitted | Response> {
  const { db, secretKey } = openDesk();
  const header = (name: string) => request.headers.get(name);
  const admitted = await admitCaller(db, header, { scope, now: Date.now(), secretKey });
  return "refused" in admitted ? refusal(admitted) : admitted;
}

export function refusal({ refused, text }: CallerRefusal): Response {
  const status = STATUS[refused];
  return Response.json({ error: text }, { status, headers: HEADERS[status] ?? {} });
}
