import { z } from "zod";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { mitigationFragment } from "@/lib/cases/mitigation-fragment.ts";
import { mitigationRecord } from "@/lib/cases/mitigation-record.ts";
import { findMitigation } from "@/lib/cases/mitigation-store.ts";
import { download, operatorRoute } from "../../../operator-route.ts";

const input = z.object({ file: z.enum(["record.txt", "torrc"]), id: z.uuid().optional() });

const door = { input, may: canSeeDesk };

/** The record of all mitigations, or the lines of one for the torrc. */
export const GET = operatorRoute(door, async ({ db, viewer, input: { file, id } }) => {
  if (file === "record.txt") {
    const text = await mitigationRecord(db, viewer, Date.now());
    return download(Buffer.from(text), "exitdesk-mitigations.txt");
  }
  const one = id ? await findMitigation(db, viewer, id) : null;
  if (one === null) return new Response("Not found.\n", { status: 404 });
  return download(Buffer.from(mitigationFragment([one])), "exitdesk-policy.torrc");
});
