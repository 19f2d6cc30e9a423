import { z } from "zod";
import { canExportForCounsel } from "@/lib/accounts/permissions.ts";
import { exportForCounsel } from "@/lib/cases/export-for-counsel.ts";
import { pageFont } from "../../../../desk.ts";
import { download, operatorDownload } from "../../../../operator-route.ts";

/** A sealed case for a lawyer; who took it stands on the timeline and in the audit log. */
export const POST = operatorDownload(
  { input: z.object({ caseId: z.uuid() }), may: canExportForCounsel },
  async ({ db, viewer, now, input: { caseId } }) => {
    const made = await exportForCounsel(db, viewer, { caseId, now }, pageFont);
    if (!made.ok) return new Response("Not found.\n", { status: 404 });
    return download(made.bytes, made.name);
  },
);
