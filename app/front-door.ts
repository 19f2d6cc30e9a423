import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { errorKind } from "../lib/worker/error-kind.ts";
import { type Admission, admit, type Refusal } from "./admit.ts";
import { type SentForm, tooLarge } from "./form-size.ts";
import type { HostRules } from "./request-guard.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { SESSION_COOKIES } from "./session-names.ts";

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;
/** Is one of these the token of somebody who is signed in? */
export type AskSession = (tokens: readonly string[]) => Promise<boolean>;

/** A client that still sends sees its answer only when the rest is taken and thrown away; so long at most. */
const RUN_OUT_MS = 5_000;

/**
 * What stands before Next: refuses what has no business here before a byte of it is read, and gives every answer its headers.
 * `isLive` is asked only for a form that is large.
 */
export function frontDoor(rules: HostRules, isLive: AskSession, pass: Listener): Listener {
  return (request, response) => {
    const admission = admit(knockOf(request), rules, randomBytes(16).toString("hex"));
    if ("status" in admission) return refuse(request, response, admission);
    const enter = () => {
      prepare(request, response, admission);
      pass(request, response);
    };
    if (request.method === "GET" || request.method === "HEAD") enter();
    else void settle(request, response, isLive, enter);
  };
}

function knockOf({ method = "GET", url = "", headers }: IncomingMessage) {
  const { host = null, origin = null } = headers;
  return { method, path: pathOf(url), host, origin };
}

function prepare({ headers }: IncomingMessage, response: ServerResponse, to: Admission): void {
  for (const [name, value] of to.headers) response.setHeader(name, value);
  // Next would believe it before Host, and anybody may send it; Host was asked about.
  delete headers["x-forwarded-host"];
  if (to.policy === null) delete headers["content-security-policy"];
  else headers["content-security-policy"] = to.policy;
}

async function settle(
  request: IncomingMessage,
  response: ServerResponse,
  isLive: AskSession,
  enter: () => void,
): Promise<void> {
  const refusal = await tooLarge(formOf(request, isLive)).catch(unknown);
  if (refusal === null) enter();
  else refuse(request, response, { ...refusal, line: `${refusal.line} Nothing was done.` });
}

/** Who sends it cannot be asked, so it is nobody's. */
function unknown(error: unknown): Refusal {
  process.stderr.write(
    `a large form was refused, its session could not be read: ${errorKind(error)}\n`,
  );
  return { status: 413, line: "This form is large, and the desk cannot see who sends it." };
}

function formOf({ url = "", headers }: IncomingMessage, isLive: AskSession): SentForm {
  return {
    path: pathOf(url),
    length: headers["content-length"],
    encoding: headers["transfer-encoding"],
    isSignedIn: async () => {
      const tokens = sessionTokens(headers.cookie ?? "");
      return tokens.length > 0 && isLive(tokens);
    },
  };
}

function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "";
}

function sessionTokens(cookies: string): string[] {
  return cookies.split(";").flatMap((one) => {
    const [name = "", value = ""] = one.trim().split("=");
    return SESSION_COOKIES.includes(name) ? [value] : [];
  });
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const text = `${refusal.line}\n`;
  response.writeHead(refusal.status, {
    ...Object.fromEntries(SECURITY_HEADERS),
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    Connection: "close",
  });
  response.write(request.method === "HEAD" ? "" : text);
  const end = () => {
    clearTimeout(late);
    response.end();
  };
  const late = setTimeout(() => request.socket.destroy(), RUN_OUT_MS);
  request.once("end", end).once("close", end).resume();
}
