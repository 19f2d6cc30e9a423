import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { errorKind } from "@/lib/worker/error-kind.ts";
import { type SentForm, type TooLarge, tooLarge } from "./form-size.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { SESSION_COOKIES } from "./session-cookie.ts";

type Started = { server: Server; request: IncomingMessage; response: ServerResponse };
type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Node tells of each request before it hands it to whoever listens. */
const STARTED = "http.server.request.start";
/** A client that still sends sees its answer only when the rest is taken and thrown away; so long at most. */
const RUN_OUT_MS = 5_000;
const guarded = new WeakSet<Server>();

/** From now on every server of this process asks how large a form is before anything reads of it. */
export function guardForms(): void {
  subscribe(STARTED, (message) => takeOver((message as Started).server));
}

/** At its first request, which comes this way already. */
function takeOver(server: Server): void {
  if (guarded.has(server)) return;
  guarded.add(server);
  const listeners = server.listeners("request") as Listener[];
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    const pass = () => {
      for (const listener of listeners) listener.call(server, request, response);
    };
    if (request.method === "GET" || request.method === "HEAD") pass();
    else void settle(request, response, pass);
  });
}

async function settle(
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => void,
): Promise<void> {
  const refusal = await tooLarge(formOf(request)).catch(unknown);
  if (refusal === null) pass();
  else refuse(request, response, refusal);
}

/** Who sends it cannot be asked, so it is nobody's. */
function unknown(error: unknown): TooLarge {
  process.stderr.write(
    `a large form was refused, its session could not be read: ${errorKind(error)}\n`,
  );
  return { status: 413, line: "This form is large, and the desk cannot see who sends it." };
}

function formOf({ url = "", headers }: IncomingMessage): SentForm {
  return {
    path: url.split("?")[0] ?? "",
    length: headers["content-length"],
    encoding: headers["transfer-encoding"],
    isSignedIn: async () => {
      const tokens = sessionTokens(headers.cookie ?? "");
      // Nothing of the database is loaded here for a form of usual size.
      return tokens.length > 0 && (await import("./live-session.ts")).isLiveSession(tokens);
    },
  };
}

function sessionTokens(cookies: string): string[] {
  return cookies.split(";").flatMap((one) => {
    const [name = "", value = ""] = one.trim().split("=");
    return SESSION_COOKIES.includes(name) ? [value] : [];
  });
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: TooLarge): void {
  const text = `${refusal.line} Nothing was done.\n`;
  response.writeHead(refusal.status, {
    ...Object.fromEntries(SECURITY_HEADERS),
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    Connection: "close",
  });
  response.write(text);
  const end = () => {
    clearTimeout(late);
    response.end();
  };
  const late = setTimeout(() => request.socket.destroy(), RUN_OUT_MS);
  request.once("end", end).once("close", end).resume();
}
