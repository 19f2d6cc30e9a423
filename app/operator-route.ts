import type { z } from "zod";
import type { ApiScope } from "@/lib/accounts/api-scope.ts";
import type { OpenSession } from "@/lib/accounts/session-store.ts";
import { machineViewer, type Viewer } from "@/lib/accounts/viewer.ts";
import { readBody } from "./api/read-body.ts";
import { callerOf } from "./api/token-caller.ts";
import { type Desk, openDesk } from "./desk.ts";
import { noteRefusal } from "./note-refusal.ts";
import { type ActionContext, sessionOf } from "./operator-action.ts";
import { currentSession, isForThisDesk } from "./operator-session.ts";

/** A reason and a token. */
const MAX_FORM_BYTES = 64_000;

type RouteProps = { params: Promise<Record<string, string | string[]>> };

type Spec<S extends z.ZodType> = {
  /** Path and query in one object. */
  input: S;
  /** Who may ask, of lib/accounts/permissions.ts; what they get of it is for the store to say. */
  may: (viewer: Viewer) => boolean;
  /** Machines may ask too, with a token that is there for it. */
  scope?: ApiScope;
};

/**
 * The one wrapper of every download: host, session or token, may, parse, then the answer. GET only: a download changes nothing.
 */
export function operatorRoute<S extends z.ZodType>(
  { input, may, scope }: Spec<S>,
  answer: (context: Desk & { viewer: Viewer; input: z.infer<S> }) => Promise<Response>,
): (request: Request, props: RouteProps) => Promise<Response> {
  return async (request, { params }) => {
    if (!(await isForThisDesk())) return plain(404, "Not found.\n");
    const viewer = await whoAsks(request, scope);
    if (viewer instanceof Response) return viewer;
    if (!may(viewer)) return await notAllowed(viewer);
    const parsed = input.safeParse({ ...query(request), ...(await params) });
    if (!parsed.success) return plain(404, "Not found.\n");
    return await answer({ ...openDesk(), viewer, input: parsed.data });
  };
}

/** A machine that shows a token is that machine, whatever cookie comes with it. */
async function whoAsks(request: Request, scope: ApiScope | undefined): Promise<Viewer | Response> {
  // A proxy in front may have a Basic of its own.
  const showsToken = /^Bearer /i.test(request.headers.get("authorization") ?? "");
  if (scope !== undefined && showsToken) {
    const admitted = await callerOf(request, scope);
    return admitted instanceof Response ? admitted : machineViewer(admitted.caller.name);
  }
  const session = await currentSession();
  if (!session || session.mustEnrol) return plain(401, "Sign in first.\n");
  return session.viewer;
}

/** Nothing there, as for what does not exist; but counted. */
async function notAllowed(viewer: Viewer): Promise<Response> {
  await noteRefusal(viewer, "take a file away");
  return plain(404, "Not found.\n");
}

function query({ url }: Request): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}

/**
 * The one wrapper of a download that is written down, so that it must not happen by following a link: a form posts it, and
 * host, origin, session and its token are asked as for every form.
 */
export function operatorDownload<S extends z.ZodType>(
  { input, may }: Spec<S>,
  answer: (context: ActionContext & { input: z.infer<S> }) => Promise<Response>,
): (request: Request, props: RouteProps) => Promise<Response> {
  return async (request, { params }) => {
    if (!(await isForThisDesk())) return plain(404, "Not found.\n");
    const session = await postedBy(request);
    if (session instanceof Response) return session;
    if (!may(session.viewer)) return await notAllowed(session.viewer);
    const parsed = input.safeParse(await params);
    if (!parsed.success) return plain(404, "Not found.\n");
    const { viewer } = session;
    return await answer({ ...openDesk(), viewer, now: Date.now(), input: parsed.data });
  };
}

/** Whose form it is, by the session first: a stranger's body is not read. */
async function postedBy(request: Request): Promise<OpenSession | Response> {
  if ((await currentSession()) === null) return plain(401, "Sign in first.\n");
  const form = await smallForm(request);
  if (form === null) return plain(413, "The form is too large.\n");
  const session = await sessionOf(form);
  if ("go" in session) return plain(401, "Sign in first.\n");
  return "ok" in session ? plain(403, `${session.text}\n`) : session;
}

/** The form of a request, empty when it is none; null when it is longer than such a form ever is. */
async function smallForm(request: Request): Promise<FormData | null> {
  const bytes = await readBody(request, MAX_FORM_BYTES).catch(() => new Uint8Array());
  if (bytes === null) return null;
  const headers = { "Content-Type": request.headers.get("content-type") ?? "" };
  const form = new Response(new Uint8Array(bytes), { headers }).formData();
  return await form.catch(() => new FormData());
}

/** Bytes from outside: only ever saved, never shown. The name is ours, so it needs no escaping. */
export function download(bytes: Uint8Array, name: string): Response {
  return saved(new Uint8Array(bytes), name);
}

/** The same for what is written while it is sent; `first` goes before it. A reader who goes away ends the writing. */
export function downloadStream(pieces: AsyncGenerator<string>, name: string, first = ""): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(sent) {
      if (first !== "") sent.enqueue(encoder.encode(first));
    },
    async pull(sent) {
      const { done, value } = await pieces.next();
      if (done) sent.close();
      else sent.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return saved(body, name);
}

function saved(body: BodyInit, name: string): Response {
  return new Response(body, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, "_")}"`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
