import { onRecord } from "../accounts/audit-store.ts";
import { canManageSettings } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { resolverAddress } from "../net/resolver-address.ts";
import { MAX_NAMES, type SenderTrust } from "./sender-trust.ts";
import { writeSenderTrust } from "./sender-trust-store.ts";

const MAX_RESOLVERS = 4;
/** A host name, or for hosts all names under a domain. An authserv-id may be another word, but no sign that ends it. */
const NAME = /^[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?$/;
const HOST = /^(?:\*\.)?(?=.*\.)[a-z0-9](?:[a-z0-9.-]{0,249}[a-z0-9])?$/;

/** Says whose word about senders counts, and whether name servers are asked. Holds for mail that comes from now on. */
export async function saveSenderTrust(
  db: Db,
  viewer: Viewer,
  given: SenderTrust,
): Promise<{ ok: true } | Refusal> {
  if (!canManageSettings(viewer)) return forbidden("change how senders are checked");
  const lower = (list: readonly string[]) => [
    ...new Set(list.map((one) => one.toLowerCase().replace(/\.$/, ""))),
  ];
  const [names, hosts] = [lower(given.names), lower(given.hosts)];
  if (names.length > MAX_NAMES || hosts.length > MAX_NAMES)
    return refuse("too-many", "Name at most {most} mail servers.", { most: MAX_NAMES });
  const wrong = names.find((name) => !NAME.test(name)) ?? hosts.find((host) => !HOST.test(host));
  if (wrong !== undefined)
    return refuse("bad-server", '"{wrong}" is no mail server such as mx.isp.example.', {
      wrong: wrong.slice(0, 60),
    });
  if (names.length === 0 && hosts.length > 0)
    return refuse("no-name", "Say also which name your mail server gives itself in its results.");
  if (given.servers.length > MAX_RESOLVERS)
    return refuse("too-many", "Name at most {most} resolvers.", { most: MAX_RESOLVERS });
  const bad = given.servers.find((server) => resolverAddress(server) === null);
  if (bad !== undefined)
    return refuse(
      "bad-resolver",
      '"{bad}" is no resolver such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:53.',
      { bad: bad.slice(0, 60) },
    );
  const servers = given.servers.flatMap((server) => resolverAddress(server) ?? []);
  const kept = { ...given, names, hosts, servers: [...new Set(servers)] };
  const asks = kept.isDnsOn ? "name servers asked" : "name servers not asked";
  const act = {
    kind: "settings",
    what: `whose word about senders counts: ${names.join(" ") || "nobody's"}; ${asks}`,
  } as const;
  await onRecord(db, viewer.userId, act, (tx) => writeSenderTrust(tx, kept));
  return { ok: true };
}
