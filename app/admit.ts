import { type HostRules, isAllowedHost, isMalformedOrigin, isSameOrigin } from "./request-guard.ts";
import { contentPolicy, MAIL_POLICY, SECURITY_HEADERS } from "./security-headers.ts";

/** What a request says of itself before anything of it is read. */
export type Knock = {
  method: string;
  /** Its target without the query, as it was sent. */
  path: string;
  host: string | null;
  origin: string | null;
};
export type Refusal = { status: number; line: string };
type Headers = readonly (readonly [name: string, value: string])[];
/** `policy`: for Next, which puts the nonce it finds there on its own scripts; null where no page of ours is drawn. */
export type Admission = { headers: Headers; policy: string | null };

const WITHOUT_CACHE = SECURITY_HEADERS.filter(([name]) => name !== "Cache-Control");
const OF_MAIL: Headers = [
  ...SECURITY_HEADERS.filter(([name]) => name !== "X-Frame-Options"),
  ["X-Frame-Options", "SAMEORIGIN"],
  ["Content-Security-Policy", MAIL_POLICY],
];

/**
 * Headers and early refusals for every request. Never the lock: each page, action and route asks for itself. `nonce`: fresh
 * for each request.
 */
export function admit(knock: Knock, rules: HostRules, nonce: string): Admission | Refusal {
  const { method, path, host, origin } = knock;
  if (!isAllowedHost(host, rules))
    return refused(400, "This desk is not reached by that name. Set ALLOWED_HOSTS to allow it.");
  if (isMalformedOrigin(origin))
    return refused(400, "The Origin header of this request cannot be read.");
  // Next would answer these with a server error that names no remedy.
  if (isChange(method) && origin !== null && !isSameOrigin(origin, host))
    return refused(403, "This form did not come from a page of this desk. Nothing was done.");
  const plain = decoded(path);
  // A page with a parameter in its path would be a server error.
  if (plain === null) return refused(404, "There is no such page.");
  // RFC 9112 section 3.2.2: a whole URL is what is said to a proxy, which this is not.
  if (!path.startsWith("/")) return refused(400, "The address of this request is no path.");
  if (isSentAsItIs(path)) return { headers: [], policy: null };
  if (isForStrangers(path)) return { headers: WITHOUT_CACHE, policy: null };
  if (isMailFrame(plain)) return { headers: OF_MAIL, policy: null };
  const policy = contentPolicy(nonce);
  return { headers: [...SECURITY_HEADERS, ["Content-Security-Policy", policy]], policy };
}

function refused(status: number, line: string): Refusal {
  return { status, line };
}

/** RFC 3986 section 2.1: a percent sign is followed by two hexadecimal digits, and together they must be UTF-8. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** The built scripts and styles are the same for everybody and may be cached; the mail of machines is answered by its route. */
function isSentAsItIs(path: string): boolean {
  return path.startsWith("/_next/static/") || path === "/api/intake";
}

/** The pages of app/exit: the same for everybody, without a script, cached; each route says its own policy and age. */
function isForStrangers(path: string): boolean {
  return /^\/exit(?:\/[^/]+(?:\/[a-z]{2}(?:\/exits|\/received\/[^/]+)?)?)?$/.test(path);
}

/** The only answer that may stand in a frame, and only in one of ours. */
function isMailFrame(path: string): boolean {
  return /^\/api\/complaints\/[^/]+\/html$/.test(path);
}

function isChange(method: string): boolean {
  return method !== "GET" && method !== "HEAD";
}
