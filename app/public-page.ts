import { createHash } from "node:crypto";
import { preferredLanguage } from "@/components/words/language.ts";
import type { NoticeLanguage } from "@/lib/exit-notice/notice-language.ts";
import { NOTICE_LANGUAGES } from "@/lib/exit-notice/notice-language.ts";
import { NOTICE_POLICY } from "@/lib/exit-notice/page-frame.ts";
import type { Instant } from "@/lib/time/instant.ts";
import { type Desk, openDesk } from "./desk.ts";
import { errorLine } from "./error-line.ts";
import { isForThisDesk } from "./operator-session.ts";

type RouteProps = { params: Promise<Record<string, string>> };
export type PublicContext = Desk & {
  request: Request;
  now: Instant;
  params: Record<string, string>;
};

/** Long enough for a cache in front to bear a crowd, short enough for a page that was switched off to go. */
const FRESH = "public, max-age=300";

/**
 * The one wrapper of the pages for strangers: the host is asked, the session is not, and no cookie is read or set. What is
 * not published does not exist. A fault of the desk is one line with a time to come back.
 */
export function publicPage(
  answer: (context: PublicContext) => Promise<Response>,
): (request: Request, props: RouteProps) => Promise<Response> {
  return async (request, { params }) => {
    if (!(await isForThisDesk())) return nothingThere();
    try {
      return await answer({ ...openDesk(), request, now: Date.now(), params: await params });
    } catch (error) {
      const headers = { ...PLAIN, "Retry-After": "60" };
      return new Response(`${errorLine(error, "public").text}\n`, { status: 503, headers });
    }
  };
}

const PLAIN = {
  "Content-Type": "text/plain; charset=utf-8",
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

export function nothingThere(): Response {
  return new Response("Not found.\n", { status: 404, headers: PLAIN });
}

export function plainLine(status: number, line: string): Response {
  return new Response(`${line}\n`, { status, headers: PLAIN });
}

/** A page that is the same for everybody, with a tag so that whoever has it need not fetch it again (RFC 9110 section 13). */
export function cachedPage(page: string, request: Request): Response {
  const etag = `"${createHash("sha256").update(page).digest("base64url").slice(0, 27)}"`;
  const headers = { ...PAGE, "Cache-Control": FRESH, ETag: etag };
  const known = (request.headers.get("if-none-match") ?? "").slice(0, 1_000);
  if (known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag))
    return new Response(null, { status: 304, headers });
  return new Response(page, { headers });
}

const PAGE = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": NOTICE_POLICY,
};

/** A page that answers one post, kept nowhere. */
export function answerPage(page: string, status: number): Response {
  const later: Record<string, string> = status === 429 ? { "Retry-After": "3600" } : {};
  return new Response(page, {
    status,
    headers: { ...PAGE, ...later, "Cache-Control": "no-store" },
  });
}

/** Leads on; `vary`: where it leads depends on the language that was asked for. */
export function leadTo(path: string, { vary }: { vary: boolean }): Response {
  const headers = {
    ...PLAIN,
    Location: path,
    ...(vary ? { Vary: "Accept-Language", "Cache-Control": FRESH } : {}),
  };
  return new Response(null, { status: vary ? 307 : 303, headers });
}

export function languageOf(request: Request): NoticeLanguage {
  return preferredLanguage(request.headers.get("accept-language")) ?? "en";
}

export function asLanguage(text: string | undefined): NoticeLanguage | null {
  return NOTICE_LANGUAGES.find((one) => one === text) ?? null;
}
