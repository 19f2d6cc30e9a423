import { z } from "zod";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { handOutEvidence } from "@/lib/cases/hand-out-evidence.ts";
import { packPages } from "../../../../desk.ts";
import { download, operatorDownload } from "../../../../operator-route.ts";

/** The evidence pack of one case, to hand to an ISP or a court; who took it stands on the timeline. */
export const POST = operatorDownload(
  { input: z.object({ caseId: z.uuid() }), may: canEnter },
  async ({ db, viewer, now, input: { caseId } }) => {
    const pack = await handOutEvidence(db, viewer, { caseId, now }, await packPages());
    if (!pack.ok) return new Response("Not found.\n", { status: 404 });
    return download(pack.bytes, pack.name);
  },
);
