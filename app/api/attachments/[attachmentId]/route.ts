import { z } from "zod";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { readAttachment } from "@/lib/cases/attachment-store.ts";
import { download, operatorRoute } from "../../../operator-route.ts";

/** A file that goes or went with a letter: what was reviewed is what goes. */
export const GET = operatorRoute(
  { input: z.object({ attachmentId: z.uuid() }), may: canEnter },
  async ({ db, viewer, input }) => {
    const file = await readAttachment(db, viewer, input.attachmentId);
    if (!file) return new Response("Not found.\n", { status: 404 });
    return download(file.bytes, file.name);
  },
);
