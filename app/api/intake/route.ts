import { tokenHash } from "@/lib/accounts/secret-token.ts";
import { MAX_MAIL_BYTES } from "@/lib/intake/mail-size.ts";
import { admitWebhook, receiveWebhook, type WebhookAnswer } from "@/lib/intake/webhook-store.ts";
import { openDesk } from "../../desk.ts";
import { errorLine } from "../../error-line.ts";
import { readBody } from "../read-body.ts";

const STATUS: Record<WebhookAnswer["kind"], number> = {
  stored: 202,
  "unknown-token": 401,
  "wrong-type": 415,
  empty: 400,
};

/** POST a raw mail. 202: it is on the disk. Any 5xx: it is not; send it again later. Its lock is the bearer token. */
export async function POST(request: Request): Promise<Response> {
  try {
    return answer(await receive(request));
  } catch (error) {
    return Response.json(
      { error: errorLine(error, "webhook").text },
      { status: 503, headers: { "Retry-After": "60" } },
    );
  }
}

async function receive(request: Request): Promise<WebhookAnswer | "too-large"> {
  const { db } = openDesk();
  const admitted = await admitWebhook(db, {
    contentType: request.headers.get("content-type") ?? "",
    tokenHash: bearerHash(request.headers.get("authorization")),
  });
  if ("kind" in admitted) return admitted;
  const raw = await readBody(request, MAX_MAIL_BYTES);
  return raw === null
    ? "too-large"
    : await receiveWebhook(db, { raw, sender: admitted.sender, now: Date.now() });
}

function answer(result: WebhookAnswer | "too-large"): Response {
  if (result === "too-large")
    return Response.json(
      { error: `The mail is larger than ${MAX_MAIL_BYTES} bytes, the most the desk takes.` },
      { status: 413 },
    );
  if (result.kind !== "stored")
    return Response.json({ error: result.text }, { status: STATUS[result.kind] });
  const { sha256, duplicate } = result;
  return Response.json({ sha256, duplicate }, { status: STATUS.stored });
}

function bearerHash(header: string | null): string | null {
  const token = /^Bearer +([A-Za-z0-9_-]{20,200})$/i.exec(header ?? "")?.[1];
  return token ? tokenHash(token) : null;
}
