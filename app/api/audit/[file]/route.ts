import { z } from "zod";
import { onRecord } from "@/lib/accounts/audit-store.ts";
import { canSeeAudit } from "@/lib/accounts/permissions.ts";
import { wholeAudit } from "@/lib/cases/audit-view-store.ts";
import { auditCsv, auditJson } from "@/lib/reports/write-audit.ts";
import { downloadStream, operatorDownload } from "../../../operator-route.ts";

const input = z.object({ file: z.enum(["audit.csv", "audit.jsonl"]) });

/** The whole audit log as a file; that it was taken is its last entry. */
export const POST = operatorDownload(
  { input, may: canSeeAudit },
  async ({ db, viewer, input: { file } }) => {
    await onRecord(db, viewer.userId, { kind: "export", what: file }, () => Promise.resolve(true));
    const pages = wholeAudit(db, viewer);
    return downloadStream(file === "audit.csv" ? auditCsv(pages) : auditJson(pages), file);
  },
);
