import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import type { OpenSession } from "@/lib/accounts/session-store.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import type { Instant } from "@/lib/time/instant.ts";
import { type Desk, openDesk } from "./desk.ts";
import { noteRefusal } from "./note-refusal.ts";
import { CODES_PAGE, currentSession, doorway, isForThisDesk } from "./operator-session.ts";
import { speakToReader } from "./reader.ts";

export type PageContext<P> = Desk & {
  viewer: Viewer;
  /** Goes into a hidden field `csrf` of every form. */
  csrf: string;
  now: Instant;
  /** How the viewer chose to read the pages. */
  reads: OpenSession["reads"];
  /** Path and query parameters as the schema reads them. */
  input: P;
};
type PageProps = {
  params: Promise<Record<string, string | string[]>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Spec<S extends z.ZodType> = {
  /** Path and query parameters in one object; a page that cannot be read this way does not exist. */
  input: S;
  /** Who may enter, of lib/accounts/permissions.ts: `canEnter` where the lists of the page filter for themselves. */
  may: (viewer: Viewer) => boolean;
  /** Also opens to who still has to get one-time codes. */
  beforeCodes?: true;
};

export const noInput = z.object({});

/**
 * The one wrapper of every page: host, session, may, parse, then the page itself. Without a session it leads to the
 * door; what the viewer may not see does not exist.
 */
export function operatorPage<S extends z.ZodType>(
  { input, may, beforeCodes }: Spec<S>,
  page: (context: PageContext<z.infer<S>>) => Promise<ReactNode>,
): (props: PageProps) => Promise<ReactNode> {
  return async ({ params, searchParams }) => {
    if (!(await isForThisDesk())) notFound();
    const session = await currentSession();
    if (!session) redirect(await doorway());
    if (session.mustEnrol && !beforeCodes) redirect(CODES_PAGE);
    if (!may(session.viewer)) {
      await noteRefusal(session.viewer, "open a page");
      notFound();
    }
    const parsed = input.safeParse({ ...(await searchParams), ...(await params) });
    if (!parsed.success) notFound();
    await speakToReader();
    return await page({
      ...openDesk(),
      viewer: session.viewer,
      csrf: session.csrf,
      now: Date.now(),
      reads: session.reads,
      input: parsed.data,
    });
  };
}
