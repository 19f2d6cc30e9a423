import { z } from "zod";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { relayDocument } from "@/lib/cases/relay-documents-view.ts";
import { readRelay } from "@/lib/cases/relay-view-store.ts";
import { download, operatorRoute } from "../../../../operator-route.ts";

const input = z.object({ relayId: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const door = { input, may: canSeeDesk };

/** The bytes of one signed document of a relay. */
export const GET = operatorRoute(door, async ({ db, viewer, input: { relayId, sha256 } }) => {
  const found = await readRelay(db, viewer, relayId);
  const bytes =
    found && (await relayDocument(db, viewer, { fingerprint: found.relay.fingerprint, sha256 }));
  if (!bytes) return new Response("Not found.\n", { status: 404 });
  return download(bytes, `descriptor-${sha256.slice(0, 16)}.txt`);
});
