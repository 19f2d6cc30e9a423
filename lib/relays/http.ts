import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { SocksProxyAgent } from "socks-proxy-agent";
import type { Fetched } from "./fetched.ts";
import { isOnionName, type OnionooPlace } from "./onionoo-address.ts";

/** How long one document may take as a whole, and how large it may be; a family of some hundred relays has 2 MB. */
export type FetchLimits = { timeoutMs: number; maxBytes: number };
const LIMITS: FetchLimits = { timeoutMs: 60_000, maxBytes: 30_000_000 };

/**
 * Fetches one document below the operator's address. Nothing is followed: a redirect is an answer that names where it
 * points. Through a proxy the name of the server is resolved by the proxy, never here.
 */
export async function fetchDocument(
  { baseUrl, proxy }: OnionooPlace,
  path: string,
  lastModified: string | null,
  limits: FetchLimits = LIMITS,
): Promise<Fetched> {
  const url = new URL(path, baseUrl);
  if (url.host !== baseUrl.host || (isOnionName(url.hostname) && proxy === null)) {
    return { outcome: "flaw", flaw: `${url.host} may not be asked.` };
  }
  try {
    return await answerOf(url, proxy, lastModified, limits);
  } catch (error) {
    return { outcome: "flaw", flaw: reason(error, url, proxy) };
  }
}

async function answerOf(
  url: URL,
  proxy: OnionooPlace["proxy"],
  lastModified: string | null,
  { timeoutMs, maxBytes }: FetchLimits,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await ask(url, proxy, lastModified, signal);
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) {
    response.destroy();
    return statusCode === 304
      ? { outcome: "same" }
      : { outcome: "flaw", flaw: refusal(statusCode, headers.location, url) };
  }
  const bytes = await body(response, maxBytes);
  if (bytes === null) {
    const flaw = `${url.host} sent more than ${maxBytes / 1_000_000} MB; that is no document about your relays.`;
    return { outcome: "flaw", flaw };
  }
  return { outcome: "new", bytes, lastModified: headers["last-modified"]?.slice(0, 100) ?? null };
}

async function ask(
  url: URL,
  proxy: OnionooPlace["proxy"],
  lastModified: string | null,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? tlsRequest : plainRequest;
  return await new Promise((resolve, reject) => {
    request(url, {
      agent: proxy === null ? false : socksAgent(proxy),
      signal,
      headers: {
        accept: "application/json",
        "accept-encoding": "identity",
        "user-agent": "Exitdesk",
        ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
      },
    })
      .once("response", resolve)
      .once("error", reject)
      .end();
  });
}

/** "socks5h": the proxy is given the name, not an address looked up here. */
function socksAgent({ host, port }: { host: string; port: number }): SocksProxyAgent {
  return new SocksProxyAgent(`socks5h://${host.includes(":") ? `[${host}]` : host}:${port}`);
}

/** The whole body, or null when it is longer. Throws when the connection ends before it does. */
async function body(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) {
      response.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refusal(status: number, location: string | undefined, { host }: URL): string {
  if (status >= 300 && status < 400) {
    const target = (location ?? "another address").replace(/\p{Cc}/gu, "").slice(0, 100);
    return `${host} points to ${target}, which is not followed: write that address if you trust it.`;
  }
  const later = status === 429 || status >= 500 ? "it is asked again later" : "check the address";
  return `${host} answered ${status}; ${later}.`;
}

function reason(error: unknown, { host }: URL, proxy: OnionooPlace["proxy"]): string {
  const {
    code = "",
    name = "",
    message = "",
  } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const through = proxy === null ? "" : ` through the proxy ${proxy.host}:${proxy.port}`;
  if (name === "TimeoutError" || name === "AbortError")
    return `${host} did not answer in time${through}; it is asked again later.`;
  if (/ECONNREFUSED/.test(`${code} ${message}`) && proxy !== null)
    return `Nothing listens at the proxy ${proxy.host}:${proxy.port}; is tor running there?`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `The name ${host} is not known; check the address, or ask through a SOCKS5 proxy.`;
  return `${host} could not be asked${through}: ${(message || code).slice(0, 200)}.`;
}
