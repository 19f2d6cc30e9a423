import type { Viewer } from "../accounts/viewer.ts";
import { readOperatorProfile } from "../cases/operator-profile-store.ts";
import type { Db } from "../db/client.ts";
import { relayNow } from "../relays/relay-now.ts";
import { listRelays } from "../relays/store.ts";
import type { Instant } from "../time/instant.ts";
import type { Block } from "./block.ts";
import { type BlockLetterLanguage, blockLetter } from "./block-letter.ts";

/** The letter to who blocks us as it would be today; `text` is the shipped one. */
export async function draftBlockLetter(
  db: Db,
  viewer: Viewer,
  block: Pick<Block, "name" | "since" | "relays">,
  { text, language, now }: { text: string; language: BlockLetterLanguage; now: Instant },
): Promise<{ subject: string; text: string }> {
  const all = await listRelays(db, viewer);
  const meant = all.filter(
    ({ relay }) => block.relays.length === 0 || block.relays.includes(relay.nickname),
  );
  const relays = meant
    .map(({ relay }) => relayNow(relay, now))
    .map(({ addresses, isExit }) => ({
      addresses: addresses.map(({ ip }) => ip),
      isExit: isExit === true,
    }))
    .filter(({ addresses }) => addresses.length > 0);
  return blockLetter(text, block, { relays, operator: await readOperatorProfile(db), language });
}
