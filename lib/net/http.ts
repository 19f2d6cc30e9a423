import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { SocksProxyAgent } from "socks-proxy-agent";
import { ownAddresses, type ResolveHost, resolveHost } from "./dns.ts";
import type { InternalTarget } from "./internal-target.ts";
import { type Ip, ipFamily } from "./ip.ts";
import { type OutgoingFault, type OutgoingWay, outgoingWay } from "./outgoing-way.ts";

export type OutgoingRequest = {
  url: URL;
  method?: "GET" | "POST" | "PUT";
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
};
export type OutgoingRules = {
  /** What the owner of the machine allowed inside it: `readEnv().ALLOWED_INTERNAL`. */
  allowed: readonly InternalTarget[];
  /** A SOCKS5 proxy; it is given names and resolves them itself. */
  proxy?: Proxy;
  /** For the whole exchange, the question for the name included. */
  timeoutMs?: number;
  /** Of the answer's body. */
  maxBytes?: number;
  /** Calls it off. */
  signal?: AbortSignal;
  resolve?: ResolveHost;
  /** The addresses of this machine. */
  own?: readonly Ip[];
};
/** The body of an answer is read when its status is 200 to 299; of any other it is empty. */
export type OutgoingAnswer =
  | { outcome: "answered"; status: number; headers: IncomingHttpHeaders; bytes: Uint8Array }
  | ({ outcome: "failed" } & OutgoingFault);

type Proxy = { host: Ip; port: number } | null;

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 1_000_000;
const MAX_HEADER_BYTES = 16_384;
/** What belongs to the connection or to a browser is nobody's to give. */
const OWN_HEADERS = new Set([
  "cookie",
  "host",
  "connection",
  "upgrade",
  "content-length",
  "transfer-encoding",
  "expect",
]);

/**
 * The one way out for requests of the web (decision 030). The name is resolved once, the addresses are judged, and exactly
 * those are connected to: no answer that a name server gives later can lead elsewhere. Nothing is followed: a redirect is an
 * answer. No cookies, no cache, no reuse of connections. Never throws.
 */
export async function guardedRequest(
  request: OutgoingRequest,
  rules: OutgoingRules,
): Promise<OutgoingAnswer> {
  const deadline = AbortSignal.timeout(rules.timeoutMs ?? TIMEOUT_MS);
  const signal = rules.signal ? AbortSignal.any([deadline, rules.signal]) : deadline;
  try {
    const way = await findWay(request.url, rules, signal);
    if ("code" in way) return { outcome: "failed", ...way };
    const response = await ask(request, { way, proxy: rules.proxy ?? null, signal });
    return await answerOf(response, request.url, rules.maxBytes ?? MAX_BYTES);
  } catch (error) {
    return { outcome: "failed", ...faultOf(error, request.url, rules.proxy ?? null, signal) };
  }
}

async function findWay(
  url: URL,
  { allowed, proxy, resolve = resolveHost, own = ownAddresses() }: OutgoingRules,
  signal: AbortSignal,
): Promise<OutgoingWay | OutgoingFault> {
  const bounds = { allowed, own, hasProxy: proxy != null };
  return await outgoingWay(url, bounds, (name) => unless(signal, resolve(name)));
}

/** A question for a name cannot be called off, but nobody has to wait for it. */
async function unless<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return await new Promise((resolve, reject) => {
    const callOff = () => reject(signal.reason);
    if (signal.aborted) callOff();
    signal.addEventListener("abort", callOff, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", callOff));
  });
}

async function ask(
  { url, method = "GET", headers = {}, body }: OutgoingRequest,
  given: { way: OutgoingWay; proxy: Proxy; signal: AbortSignal },
): Promise<IncomingMessage> {
  const send = url.protocol === "https:" ? tlsRequest : plainRequest;
  return await new Promise((resolve, reject) => {
    send(url, {
      method,
      signal: given.signal,
      maxHeaderSize: MAX_HEADER_BYTES,
      ...connection(given.way, given.proxy),
      headers: {
        "accept-encoding": "identity",
        "user-agent": "Exitdesk",
        ...Object.fromEntries(
          Object.entries(headers).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase())),
        ),
      },
    })
      .once("response", resolve)
      .on("error", reject)
      .end(body);
  });
}

/** "socks5h": the proxy is given the name, not an address looked up here. Without one, only the addresses that were judged. */
function connection(way: OutgoingWay, proxy: Proxy): { agent: SocksProxyAgent } | object {
  if ("addresses" in way) return { agent: false, lookup: pinned(way.addresses) };
  if (proxy === null) throw new Error("There is no proxy to go through.");
  const host = ipFamily(proxy.host) === 6 ? `[${proxy.host}]` : proxy.host;
  return { agent: new SocksProxyAgent(`socks5h://${host}:${proxy.port}`) };
}

function pinned(addresses: readonly Ip[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: ipFamily(address) }));
  return (_name, options, callback) => {
    if (options.all === true) callback(null, all);
    else callback(null, all[0]?.address ?? "", all[0]?.family ?? 0);
  };
}

async function answerOf(
  response: IncomingMessage,
  { host }: URL,
  maxBytes: number,
): Promise<OutgoingAnswer> {
  const { statusCode: status = 0, headers } = response;
  if (status < 200 || status > 299) {
    response.destroy();
    return { outcome: "answered", status, headers, bytes: new Uint8Array() };
  }
  const bytes = await body(response, maxBytes);
  if (bytes !== null) return { outcome: "answered", status, headers, bytes };
  const text = `${host} sent more than ${maxBytes / 1_000_000} MB.`;
  return { outcome: "failed", code: "too-large", text };
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

function faultOf(error: unknown, { host }: URL, proxy: Proxy, signal: AbortSignal): OutgoingFault {
  const { code = "", message = "" } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const through = proxy === null ? "" : ` through the proxy ${proxy.host}:${proxy.port}`;
  if (signal.aborted)
    return {
      code: "too-slow",
      text: `${host} did not answer in time${through}; it is asked again later.`,
    };
  if (`${code} ${message}`.includes("ECONNREFUSED") && proxy !== null) {
    const text = `Nothing listens at the proxy ${proxy.host}:${proxy.port}; is tor running there?`;
    return { code: "unreachable", text };
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA") {
    const text = `The name ${host} is not known; check the address, or ask through a SOCKS5 proxy.`;
    return { code: "unknown-name", text };
  }
  const why = (message || code).replace(/\p{Cc}/gu, " ").slice(0, 200);
  return { code: "unreachable", text: `${host} could not be asked${through}: ${why}.` };
}
