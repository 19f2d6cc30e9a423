import { z } from "zod";
import { canReadQuarantine } from "@/lib/accounts/permissions.ts";
import { readQuarantined } from "@/lib/cases/quarantine-store.ts";
import { download, operatorDownload } from "../../../operator-route.ts";

/** The bytes of a mail that could not be made into a case, only ever to be saved. */
export const POST = operatorDownload(
  { input: z.object({ mailId: z.uuid() }), may: canReadQuarantine },
  async ({ db, viewer, input }) => {
    const mail = await readQuarantined(db, viewer, input.mailId);
    if (!mail) return new Response("Not found.\n", { status: 404 });
    return download(mail.bytes, `${mail.sha256.slice(0, 16)}.eml`);
  },
);
