import { readEnv } from "../config/env.ts";
import { guardedRequest, type OutgoingRules } from "../net/http.ts";
import type { Fetched } from "./fetched.ts";
import type { OnionooPlace } from "./onionoo-address.ts";

/** How long one document may take as a whole, and how large it may be; a family of some hundred relays has 2 MB. */
const LIMITS = { timeoutMs: 60_000, maxBytes: 30_000_000 };

/**
 * Fetches one document below the operator's address, by the desk's one way out. Nothing is followed: a redirect is an answer
 * that names where it points. Through a proxy the name of the server is resolved by the proxy, never here.
 */
export async function fetchDocument(
  { baseUrl, proxy }: OnionooPlace,
  path: string,
  lastModified: string | null,
  rules: OutgoingRules = { ...LIMITS, allowed: readEnv().ALLOWED_INTERNAL },
): Promise<Fetched> {
  const url = new URL(path, baseUrl);
  if (url.host !== baseUrl.host) return flaw(`${url.host} may not be asked.`);
  const headers = {
    accept: "application/json",
    ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
  };
  const answer = await guardedRequest({ url, headers }, { ...rules, proxy });
  if (answer.outcome === "failed") {
    const { code, text } = answer;
    return flaw(code === "too-large" ? `${text} That is no document about your relays.` : text);
  }
  const { status, bytes } = answer;
  if (status === 304) return { outcome: "same" };
  if (status !== 200) return flaw(refusal(status, answer.headers.location, url));
  const modified = answer.headers["last-modified"]?.slice(0, 100) ?? null;
  return { outcome: "new", bytes, lastModified: modified };
}

function refusal(status: number, location: string | undefined, { host }: URL): string {
  if (status >= 300 && status < 400) {
    const target = (location ?? "another address").replace(/\p{Cc}/gu, "").slice(0, 100);
    return `${host} points to ${target}, which is not followed: write that address if you trust it.`;
  }
  const later = status === 429 || status >= 500 ? "it is asked again later" : "check the address";
  return `${host} answered ${status}; ${later}.`;
}

function flaw(text: string): Fetched {
  return { outcome: "flaw", flaw: text };
}
