import { createHmac } from "node:crypto";
import { readEnv } from "../config/env.ts";
import { parseEndpoint } from "../net/endpoint.ts";
import { guardedRequest, type OutgoingRequest, type OutgoingRules } from "../net/http.ts";
import { type Instant, toIso } from "../time/instant.ts";
import type { OpenChannel } from "./alert-channel.ts";
import type { AlertText } from "./alert-words.ts";

const LIMITS = { timeoutMs: 20_000, maxBytes: 64_000 };

/** Posts an alert by the desk's one way out. Null: it was taken; else what is wrong, with the remedy. Never throws. */
export async function postAlert(
  channel: Pick<OpenChannel, "kind" | "target" | "secret" | "proxy">,
  alert: AlertText,
  now: Instant,
  rules: OutgoingRules = { ...LIMITS, allowed: readEnv().ALLOWED_INTERNAL },
): Promise<string | null> {
  const url = new URL(channel.target);
  const end = parseEndpoint(channel.proxy);
  const proxy = end?.port == null ? null : { host: end.ip, port: end.port };
  const made = channel.kind === "ntfy" ? ntfy(channel, alert) : webhook(channel, alert, now);
  const answer = await guardedRequest({ url, method: "POST", ...made }, { ...rules, proxy });
  if (answer.outcome === "failed") return answer.text;
  const { status } = answer;
  if (status >= 200 && status <= 299) return null;
  if (status >= 300 && status <= 399)
    return `${url.host} points elsewhere (${status}), which is not followed: write that address if you trust it.`;
  const refused = status === 401 || status === 403;
  return `${url.host} answered ${status}; ${refused ? "check the token" : "check the address"}. It is tried again later.`;
}

type Made = Pick<OutgoingRequest, "headers" | "body">;

/** ntfy's plain form (docs.ntfy.sh, "Publishing"): the body is the message. Priority 4 is "high". */
function ntfy({ secret }: Pick<OpenChannel, "secret">, { title, text }: AlertText): Made {
  return {
    headers: {
      title,
      priority: "4",
      "content-type": "text/plain; charset=utf-8",
      ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
    },
    body: text,
  };
}

/** Signed as requests to the desk are (decision 031): HMAC-SHA256 over the time, a full stop and the body. */
function webhook(
  { secret }: Pick<OpenChannel, "secret">,
  { title, text, kinds }: AlertText,
  now: Instant,
): Made {
  const body = JSON.stringify({ at: toIso(now), kinds, title, text });
  const time = String(Math.floor(now / 1000));
  const signature = (key: string) =>
    createHmac("sha256", key).update(`${time}.`).update(body).digest("hex");
  return {
    headers: {
      "content-type": "application/json",
      "exitdesk-timestamp": time,
      ...(secret === null ? {} : { "exitdesk-signature": signature(secret) }),
    },
    body,
  };
}
