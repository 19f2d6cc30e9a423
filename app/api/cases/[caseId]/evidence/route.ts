import { z } from "zod";
import { makeEvidencePack } from "@/lib/cases/make-evidence-pack.ts";
import { packPages } from "../../../../desk.ts";
import { download, operatorRoute } from "../../../../operator-route.ts";

/** The evidence pack of one case, to hand to an ISP or a court. */
export const GET = operatorRoute(z.object({ caseId: z.uuid() }), async ({ db, viewer, input }) => {
  const pack = await makeEvidencePack(
    db,
    viewer,
    { caseId: input.caseId, now: Date.now() },
    await packPages(),
  );
  if (!pack.ok) return new Response("Not found.\n", { status: 404 });
  return download(pack.bytes, pack.name);
});
