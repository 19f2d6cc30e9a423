import { readOperatorProfile } from "../cases/operator-profile-store.ts";
import type { Db } from "../db/client.ts";
import { networkFacts } from "../relays/network-store.ts";
import { relayNow } from "../relays/relay-now.ts";
import { listRelays } from "../relays/store.ts";
import type { Instant } from "../time/instant.ts";
import type { Notice } from "./notice.ts";
import {
  findNoticeOf,
  findOpenNotice,
  type NoticeSwitch,
  readNoticeSettings,
} from "./notice-store.ts";

/** Strangers may know of a relay what its page says; they are given nothing but that. */
const STRANGER = { userId: "stranger", role: "read-only" };

/** The published page with this name; null when there is none, or its relay holds no address now. */
export async function readOpenNotice(
  db: Db,
  name: string,
  now: Instant,
): Promise<{ relayId: string; notice: Notice } | null> {
  const open = await findOpenNotice(db, name);
  if (open === null) return null;
  const notice = await readNotice(db, open, now);
  return notice && { relayId: open.relayId, notice };
}

/** The name of the published page about an address; null when there is none. */
export async function noticeNameOf(db: Db, ip: string): Promise<string | null> {
  return (await findNoticeOf(db, ip))?.name ?? null;
}

/** The page as it is or would be. Whoever calls asks first whether it may be shown. */
export async function readNotice(
  db: Db,
  { relayId, name, takesForm }: NoticeSwitch,
  now: Instant,
): Promise<Notice | null> {
  const [found] = await listRelays(db, STRANGER, relayId);
  const relay = found && relayNow(found.relay, now);
  if (!relay || relay.addresses.length === 0) return null;
  const profile = await readOperatorProfile(db);
  const { contact } = await readNoticeSettings(db);
  const network = await networkFacts(db);
  return {
    name,
    relay,
    operator: profile.name,
    contact,
    logStatement: profile.logStatement,
    takesForm,
    network: network?.from ?? null,
  };
}
