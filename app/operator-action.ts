import { randomUUID, timingSafeEqual } from "node:crypto";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { sayRefusal } from "@/components/words/say-refusal.ts";
import { forbidden, type Refusal, refuse } from "@/lib/accounts/refusal.ts";
import type { OpenSession } from "@/lib/accounts/session-store.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import type { Instant } from "@/lib/time/instant.ts";
import { errorKind } from "@/lib/worker/error-kind.ts";
import { type Desk, openDesk } from "./desk.ts";
import { errorLine } from "./error-line.ts";
import { formValues } from "./form-values.ts";
import { noteRefusal } from "./note-refusal.ts";
import { CODES_PAGE, currentSession } from "./operator-session.ts";
import { readerSpeaks } from "./reader.ts";
import { isAllowedHost, isSameOrigin } from "./request-guard.ts";

export type ActionContext = Desk & { viewer: Viewer; now: Instant };
export type PublicContext = Desk & { now: Instant };
/** Where the browser goes when it worked, or what the same page shows then, or why it did not work. */
export type ActionAnswer<A> = { go: string } | { show: A } | Refusal;

type Spec<S extends z.ZodType, C, A> = {
  /** The form's fields; what it does not name is dropped. */
  input: S;
  run: (context: C, input: z.infer<S>) => Promise<ActionAnswer<A>>;
  /** What the form's component gets back on a refusal, with what was typed (never a password). */
  refused: (error: string, form: FormData) => A;
};
type Action<A> = (before: A | null, form: FormData) => Promise<A | null>;

/**
 * The one wrapper of every form of a signed-in person: host, origin, session and its CSRF token, may, parse, do, respond.
 * The form needs a hidden field `csrf` with the page's token. Works as a plain form post with scripts off.
 */
export function operatorAction<S extends z.ZodType, A>(
  spec: Spec<S, ActionContext, A> & {
    may: (viewer: Viewer) => boolean;
    /** Finishes "Your role does not allow you to ...". */
    what: string;
    /** Also for who still has to get one-time codes. */
    beforeCodes?: true;
  },
): Action<A> {
  return async (_before, sent) => {
    const form = asForm(sent);
    return await respond(form, spec.refused, async () => {
      const session = await sessionOf(form, spec.beforeCodes);
      if ("go" in session || "ok" in session) return session;
      const { viewer } = session;
      const answer = await runFor(viewer, spec, form);
      if ("ok" in answer && answer.code === "forbidden") await noteRefusal(viewer, spec.what);
      return answer;
    });
  };
}

async function runFor<S extends z.ZodType, A>(
  viewer: Viewer,
  spec: Spec<S, ActionContext, A> & { may: (viewer: Viewer) => boolean; what: string },
  form: FormData,
): Promise<ActionAnswer<A>> {
  if (!spec.may(viewer)) return forbidden(spec.what);
  const parsed = spec.input.safeParse(formValues(form));
  if (!parsed.success) return unreadable(parsed.error);
  return await spec.run({ ...openDesk(), viewer, now: Date.now() }, parsed.data);
}

/** For the forms before there is a session: sign-in and the first owner. Same checks, without session and token. */
export function publicAction<S extends z.ZodType, A>(spec: Spec<S, PublicContext, A>): Action<A> {
  return async (_before, sent) => {
    const form = asForm(sent);
    return await respond(form, spec.refused, async () => {
      const stop = await wrongSource();
      if (stop) return stop;
      const parsed = spec.input.safeParse(formValues(form));
      if (!parsed.success) return unreadable(parsed.error);
      return await spec.run({ ...openDesk(), now: Date.now() }, parsed.data);
    });
  };
}

/** What calls an action by hand may send anything in the place of a form. */
function asForm(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}

async function respond<A>(
  form: FormData,
  refused: (error: string, form: FormData) => A,
  work: () => Promise<ActionAnswer<A>>,
): Promise<A | null> {
  let answer: ActionAnswer<A>;
  try {
    answer = await work();
  } catch (error) {
    unstable_rethrow(error);
    const incident = randomUUID().slice(0, 8);
    process.stderr.write(`action failed, incident ${incident}: ${errorKind(error)}\n`);
    return refused(sayRefusal(errorLine(error, incident), await readerSpeaks()), form);
  }
  if ("go" in answer) redirect(answer.go);
  if ("show" in answer) return answer.show;
  return refused(sayRefusal(answer, await readerSpeaks()), form);
}

/** The session a form was posted in, proven by its token; or where to go, or why not. */
export async function sessionOf(
  form: FormData,
  beforeCodes = false,
): Promise<OpenSession | { go: string } | Refusal> {
  const stop = await wrongSource();
  if (stop) return stop;
  const session = await currentSession();
  if (!session) return { go: "/sign-in" };
  if (!sameText(form.get("csrf"), session.csrf)) return staleForm();
  return session.mustEnrol && !beforeCodes ? { go: CODES_PAGE } : session;
}

async function wrongSource(): Promise<Refusal | null> {
  const sent = await headers();
  const host = sent.get("host");
  if (!isAllowedHost(host, openDesk().hostRules))
    return refuse(
      "bad-host",
      "This desk is not reached by that name. Set ALLOWED_HOSTS to allow it.",
    );
  if (!isSameOrigin(sent.get("origin"), host))
    return refuse(
      "bad-origin",
      "Your browser did not say that this form came from this desk. Reload the page and repeat; an add-on that hides the Origin header must be told to leave this address alone.",
    );
  return null;
}

function staleForm(): Refusal {
  return refuse(
    "stale-form",
    "This page was opened before you signed in last. Nothing was done; reload the page and repeat.",
  );
}

/** Only the first problem: one clear line. */
function unreadable(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  const field = issue?.path.join(".") ?? "";
  return refuse("bad-input", field ? `${field}: ${issue?.message}` : "The form could not be read.");
}

function sameText(given: FormDataEntryValue | null, wanted: string): boolean {
  if (typeof given !== "string" || given.length !== wanted.length) return false;
  const bytes = Buffer.from(given);
  return bytes.length === wanted.length && timingSafeEqual(bytes, Buffer.from(wanted));
}
