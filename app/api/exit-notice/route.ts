import { z } from "zod";
import { canManagePublicPages } from "@/lib/accounts/permissions.ts";
import { noticeFile } from "@/lib/exit-notice/notice-file.ts";
import { NOTICE_LANGUAGES } from "@/lib/exit-notice/notice-language.ts";
import { download, operatorRoute } from "../../operator-route.ts";

const input = z.object({ relayId: z.uuid(), language: z.enum(NOTICE_LANGUAGES) });

/** The page of a relay as one file that needs nothing else, for the relay to serve itself. */
export const GET = operatorRoute(
  { input, may: canManagePublicPages },
  async ({ db, viewer, input: asked }) => {
    const file = await noticeFile(db, viewer, { ...asked, now: Date.now() });
    if (file === null) return new Response("Not found.\n", { status: 404 });
    return download(Buffer.from(file.text), file.name);
  },
);
