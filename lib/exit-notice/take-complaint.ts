import { createHash } from "node:crypto";
import type { Db } from "../db/client.ts";
import { storeArrivals } from "../intake/store.ts";
import type { Instant } from "../time/instant.ts";
import { claimAllowances, formAllowances } from "./allowance-store.ts";
import { complaintMail } from "./complaint-mail.ts";
import type { NoticeLanguage } from "./notice-language.ts";
import { type FormFlaw, type FormValues, readForm } from "./read-form.ts";
import { readOpenNotice } from "./read-notice.ts";

type TakeInput = {
  name: string;
  language: NoticeLanguage;
  values: FormValues;
  now: Instant;
  random: (bytes: number) => Uint8Array;
};
export type Taken =
  | { outcome: "stored"; reference: string }
  | { outcome: "closed" }
  | { outcome: "busy" }
  | { outcome: "flawed"; flaws: FormFlaw[] };

/**
 * A stranger's report becomes a mail that is stored whole, and then goes the way of every mail. When this says `stored` it
 * is on the disk. A form with flaws takes nothing of the allowance; nothing of it is kept either.
 */
export async function takeComplaint(
  db: Db,
  { name, language, values, now, random }: TakeInput,
): Promise<Taken> {
  const open = await readOpenNotice(db, name, now);
  if (open === null || !open.notice.takesForm) return { outcome: "closed" };
  const addresses = open.notice.relay.addresses.map(({ ip }) => ip);
  const read = readForm(values, { addresses, now });
  if ("flaws" in read) return { outcome: "flawed", flaws: read.flaws };
  if (!(await claimAllowances(db, formAllowances(open.relayId), now))) return { outcome: "busy" };
  const reference = referenceOf(random(8));
  const { email } = read.complaint;
  const sender = email === null ? reference.toLowerCase() : hashOf(email.toLowerCase());
  const raw = complaintMail(read.complaint, { reference, sender, language, now });
  const source = `/exit/${open.notice.name}`;
  await storeArrivals(db, [{ raw, via: "form", at: null, source, archive: false }], now);
  return { outcome: "stored", reference };
}

/** Without letters and digits that are read for one another. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function referenceOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** The same stranger's reports belong together; the address itself stands in Reply-To alone. */
function hashOf(email: string): string {
  return createHash("sha256").update(email).digest("hex").slice(0, 16);
}
