import { tokenHash } from "@/lib/accounts/secret-token.ts";
import { receiveWebhook, type WebhookAnswer } from "@/lib/intake/webhook-store.ts";
import { openDesk } from "../../desk.ts";
import { errorLine } from "../../error-line.ts";
import { readBody } from "../read-body.ts";

const MAX_BODY = 50 * 1024 * 1024;
const STATUS: Record<WebhookAnswer["kind"], number> = {
  stored: 202,
  "unknown-token": 401,
  "wrong-type": 415,
  empty: 400,
};

/** POST a raw mail. 202: it is on the disk. Any 5xx: it is not; send it again later. Its lock is the bearer token. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, MAX_BODY);
  if (body === null)
    return Response.json({ error: `The mail is larger than ${MAX_BODY} bytes.` }, { status: 413 });
  try {
    const answer = await receiveWebhook(openDesk().db, {
      raw: body,
      contentType: request.headers.get("content-type") ?? "",
      tokenHash: bearerHash(request.headers.get("authorization")),
      now: Date.now(),
    });
    if (answer.kind !== "stored")
      return Response.json({ error: answer.text }, { status: STATUS[answer.kind] });
    return Response.json(
      { sha256: answer.sha256, duplicate: answer.duplicate },
      { status: STATUS.stored },
    );
  } catch (error) {
    return Response.json(
      { error: errorLine(error, "webhook") },
      { status: 503, headers: { "Retry-After": "60" } },
    );
  }
}

function bearerHash(header: string | null): string | null {
  const token = /^Bearer +([A-Za-z0-9_-]{20,200})$/i.exec(header ?? "")?.[1];
  return token ? tokenHash(token) : null;
}
