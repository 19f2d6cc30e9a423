import { MAX_MAIL_BYTES } from "@/lib/intake/mail-size.ts";
import { isRawMail, receiveWebhook } from "@/lib/intake/webhook-store.ts";
import { openDesk } from "../../desk.ts";
import { errorLine } from "../../error-line.ts";
import { SECURITY_HEADERS } from "../../security-headers.ts";
import { readBody } from "../read-body.ts";
import { callerOf, refusal } from "../token-caller.ts";

/**
 * POST a raw mail. 202: it is on the disk. Any 5xx: it is not; send it again later. Its lock is a token, sent along or signed
 * with (docs/webhook.md).
 */
export async function POST(request: Request): Promise<Response> {
  const answer = await received(request);
  // The front door, which says these elsewhere, leaves this answer to us.
  for (const [name, value] of SECURITY_HEADERS) answer.headers.set(name, value);
  return answer;
}

async function received(request: Request): Promise<Response> {
  try {
    return await receive(request);
  } catch (error) {
    return Response.json(
      { error: errorLine(error, "webhook").text },
      { status: 503, headers: { "Retry-After": "60" } },
    );
  }
}

async function receive(request: Request): Promise<Response> {
  const admitted = await callerOf(request, "intake");
  if (admitted instanceof Response) return admitted;
  if (!isRawMail(request.headers.get("content-type") ?? ""))
    return refused(415, "Send the mail as it is, with 'Content-Type: message/rfc822'.");
  const raw = await readBody(request, MAX_MAIL_BYTES);
  if (raw === null)
    return refused(
      413,
      `The mail is larger than ${MAX_MAIL_BYTES} bytes, the most the desk takes.`,
    );
  const wrong = await admitted.check(raw);
  if (wrong !== null) return refusal(wrong);
  if (raw.length === 0) return refused(400, "The request has no body: send the mail's bytes.");
  const { caller, once } = admitted;
  const mail = { raw, sender: caller.name, once, now: Date.now() };
  return Response.json(await receiveWebhook(openDesk().db, mail), { status: 202 });
}

function refused(status: number, error: string): Response {
  return Response.json({ error }, { status });
}
