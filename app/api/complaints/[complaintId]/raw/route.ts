import { z } from "zod";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { readRaw } from "@/lib/cases/case-view-store.ts";
import { download, operatorRoute } from "../../../../operator-route.ts";

/** The original bytes of one complaint, only ever to be saved. */
export const GET = operatorRoute(
  { input: z.object({ complaintId: z.uuid() }), may: canEnter },
  async ({ db, viewer, input }) => {
    const raw = await readRaw(db, viewer, input.complaintId);
    if (!raw) return new Response("Not found.\n", { status: 404 });
    return download(raw.bytes, `${raw.sha256.slice(0, 16)}.eml`);
  },
);
