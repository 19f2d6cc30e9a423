import type { CaseIds, World } from "./world.ts";

/** What stands in the place of a part of an address: first what exists, then what is only for some. */
function valuesOf(world: World): Record<string, string[]> {
  const both = (pick: (of: CaseIds) => string) => [pick(world.lilac), pick(world.sealed)];
  return {
    "[attachmentId]": both(({ attachmentId }) => attachmentId),
    "[blockId]": both(({ blockId }) => blockId),
    "[bulkId]": [world.bulkId],
    "[caseId]": [...both(({ caseId }) => caseId), ...both(({ ref }) => ref)],
    "[complaintId]": both(({ complaintId }) => complaintId),
    "[file]": ["record.txt", ...both(({ mitigationId }) => `torrc?id=${mitigationId}`)],
    "[form]": ["csv?target=198.51.100.1:22"],
    "[importId]": [world.importId],
    "[language]": ["en"],
    "[login]": [world.login],
    "[mailId]": [world.quarantinedId],
    "[mitigationId]": both(({ mitigationId }) => mitigationId),
    "[name]": ["lilac", "poppy"],
    "[...place]": ["any/exit.en"],
    "[reference]": ["ABCDEFGH"],
    "[relayId]": [world.relayId],
    "[sha256]": ["0".repeat(64)],
    "[token]": ["A".repeat(43)],
  };
}

/** Where a part of an address means something else than elsewhere. */
function ofRoute(route: string, { lilac, sealed }: World): Record<string, string[]> {
  const own: Record<string, Record<string, string[]>> = {
    "/api/audit/[file]": { "[file]": ["audit.csv", "audit.jsonl"] },
    "/api/reports/[file]": {
      "[file]": ["figures.csv", "figures.json", "cases.csv", "cases.json", "transparency.html"],
    },
    "/queue/alike/[caseId]": { "[caseId]": [lilac.caseId, sealed.caseId] },
  };
  return own[route] ?? {};
}

/** A page that shows more when asked more: what its query can name of other people's cases. */
function queries(route: string, world: World): string[] {
  const { sealed, lilac } = world;
  const known: Record<string, string[]> = {
    "/queue": [
      "?tab=counsel",
      "?tab=quarantine",
      "?tab=done",
      "?relay=lilac",
      "?type=law_enforcement",
    ],
    "/queue/chosen": ["answer", "close", "later"].map(
      (what) => `?do=${what}&case=${sealed.caseId}&case=${lilac.caseId}`,
    ),
    "/queue/views": [`?removed=${world.viewId}`],
    "/api/exit-notice": [`?relayId=${world.relayId}&language=en`],
    "/blocks/networks/new": [`?case=${sealed.caseId}`, `?case=${lilac.caseId}`],
    "/search": ["?q=is%3Aopen", "?q=from%3Aexample", "?q=relay%3Alilac"],
    "/policy/what-if": [`?case=${sealed.caseId}`, `?case=${lilac.caseId}`],
  };
  return known[route] ?? [];
}

/** Addresses of a route in this world. Throws for a part of an address nobody has given a value yet. */
export function pathsOf(route: string, world: World): string[] {
  const values = { ...valuesOf(world), ...ofRoute(route, world) };
  let paths = [""];
  for (const part of route.split("/").slice(1)) {
    const fitting = part.startsWith("[") ? values[part] : [part];
    if (!fitting) throw new Error(`${route}: give ${part} a value in e2e/walk/paths.ts`);
    paths = paths.flatMap((path) => fitting.map((value) => `${path}/${value}`));
  }
  return paths.flatMap((path) => [path || "/", ...queries(route, world).map((q) => path + q)]);
}
