import { type NextRequest, NextResponse } from "next/server";
import { isAllowedHost, isMalformedOrigin, isSameOrigin } from "./app/request-guard.ts";
import { contentPolicy, MAIL_POLICY, SECURITY_HEADERS } from "./app/security-headers.ts";
import { readEnv } from "./lib/config/env.ts";

/**
 * The built scripts and styles are the same for everybody and may be cached. And not for mail of machines: Next keeps what is
 * sent for this file, and hands on the first 10 MB only. Its lock is a token, and its headers are set by the route.
 */
export const config = { matcher: ["/((?!_next/static/|api/intake$).*)"] };

/**
 * Headers and early refusals for every request. Never the lock: each page, action and route asks for itself
 * (CVE-2025-29927 and its successors were ways round this file).
 */
export function proxy(request: NextRequest): NextResponse {
  const { HOST, ALLOWED_HOSTS } = readEnv();
  const host = request.headers.get("host");
  if (!isAllowedHost(host, { host: HOST, allowedHosts: ALLOWED_HOSTS }))
    return refused(400, "This desk is not reached by that name. Set ALLOWED_HOSTS to allow it.\n");
  const origin = request.headers.get("origin");
  if (isMalformedOrigin(origin))
    return refused(400, "The Origin header of this request cannot be read.\n");
  // Next would answer these with a server error that names no remedy.
  if (isChange(request.method) && origin !== null && !isSameOrigin(origin, host))
    return refused(403, "This form did not come from a page of this desk. Nothing was done.\n");
  // A page with a parameter in its path would be a server error.
  if (!isDecodable(request.nextUrl.pathname)) return refused(404, "There is no such page.\n");
  if (isForStrangers(request.nextUrl.pathname)) return forStrangers();
  if (isMailFrame(request.nextUrl.pathname)) return mailFrame();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentPolicy(nonce);
  // Next puts the nonce it finds in the request's policy on its own scripts.
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Next would believe it before Host, and anybody may send it; Host was asked about above.
  headers.delete("x-forwarded-host");
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return withHeaders(response);
}

/** The only answer that may stand in a frame, and only in one of ours. */
function isMailFrame(path: string): boolean {
  return /^\/api\/complaints\/[^/]+\/html$/.test(path);
}

function mailFrame(): NextResponse {
  const response = withHeaders(NextResponse.next());
  response.headers.set("X-Frame-Options", "SAMEORIGIN");
  response.headers.set("Content-Security-Policy", MAIL_POLICY);
  return response;
}

/** The pages of app/exit: the same for everybody, without a script, cached; each route says its own policy and age. */
function isForStrangers(path: string): boolean {
  return /^\/exit(?:\/[^/]+(?:\/[a-z]{2}(?:\/exits|\/received\/[^/]+)?)?)?$/.test(path);
}

/** What is set here would stand before what the route sets. */
function forStrangers(): NextResponse {
  const response = NextResponse.next();
  for (const [name, value] of SECURITY_HEADERS)
    if (name !== "Cache-Control") response.headers.set(name, value);
  return response;
}

/** RFC 3986 section 2.1: a percent sign is followed by two hexadecimal digits, and together they must be UTF-8. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isChange(method: string): boolean {
  return method !== "GET" && method !== "HEAD";
}

function refused(status: number, line: string): NextResponse {
  return withHeaders(
    new NextResponse(line, {
      status,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    }),
  );
}

function withHeaders(response: NextResponse): NextResponse {
  for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value);
  return response;
}
