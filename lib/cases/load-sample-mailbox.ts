import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { FoundMail } from "../intake/files.ts";
import { storeArrivals } from "../intake/store.ts";
import { readRelaysFile } from "../relays/read-relays-file.ts";
import { saveRelay } from "../relays/store.ts";
import type { Instant } from "../time/instant.ts";
import { wishForCheck } from "./check-open-store.ts";

type Sample = {
  /** The mails of `bin/sample-mailbox`, as `readMails` finds them. */
  mails: AsyncIterable<FoundMail>;
  /** The text of `bin/sample-mailbox/relays.json`. */
  relays: string;
  now: Instant;
};

/**
 * Fills the desk with the sample relays and mails, through the same intake as real mail; the worker opens the cases.
 * Twice does nothing the second time. The mails' letters go to `.example` addresses, which nobody has (RFC 2606).
 */
export async function loadSampleMailbox(
  db: Db,
  viewer: Viewer,
  sample: Sample,
): Promise<{ ok: true; mails: number } | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("load the sample mailbox");
  const { history, problems } = readRelaysFile(sample.relays, sample.now);
  if (!history)
    return refuse("bad-sample", problems[0]?.text ?? "The sample relays are unreadable.");
  for (const relay of history.relays) await saveRelay(db, relay);
  let mails = 0;
  for await (const { name, raw } of sample.mails) {
    const arrival = { raw, via: "sample" as const, at: null, source: name, archive: false };
    const [received] = await storeArrivals(db, [arrival], sample.now);
    if (received?.isNew) mails += 1;
  }
  await wishForCheck(db);
  return { ok: true, mails };
}
