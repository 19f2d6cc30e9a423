import { gunzipSync } from "node:zlib";
import type { StoredTriage } from "../cases/stored-triage.ts";
import type { Db } from "../db/client.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { mentions, type Person } from "./person.ts";

const MAX_RAW = 200 * 1024 * 1024;

/** What a case holds about a person. `raw` only of mails that came from them; `texts` is what others wrote. */
export type PersonRecord = {
  mails: { receivedAt: string; sha256: string; fromThem: boolean; raw: Uint8Array | null }[];
  letters: { at: Instant; subject: string; text: string }[];
  texts: string[];
};

export async function personRecord(db: Db, caseId: string, person: Person): Promise<PersonRecord> {
  const complaints = await db.complaint.findMany({
    where: { caseId },
    orderBy: { id: "asc" },
    include: { raw: true },
  });
  const outbox = await db.outboxMail.findMany({
    where: { caseId, state: "sent" },
    orderBy: { id: "asc" },
    select: { to: true, subject: true, text: true, settledAt: true, createdAt: true },
  });
  const toThem = outbox.filter(({ to }) => isNamed(JSON.stringify(to), person));
  return {
    mails: complaints.map(({ receivedAt, rawSha256, fromAddress, raw }) => {
      const fromThem = isNamed(fromAddress, person);
      const isHere = raw.goneAt === null || raw.copySha256 !== null;
      return {
        receivedAt: toIso(receivedAt.getTime()),
        sha256: rawSha256,
        fromThem,
        raw: fromThem && isHere ? gunzipSync(raw.gzip, { maxOutputLength: MAX_RAW }) : null,
      };
    }),
    letters: toThem.map(({ subject, text, settledAt, createdAt }) => ({
      at: (settledAt ?? createdAt).getTime(),
      subject,
      text,
    })),
    texts: [
      ...complaints
        .filter(({ fromAddress }) => !isNamed(fromAddress, person))
        .flatMap(({ triage }) => textsOf(triage as unknown as StoredTriage)),
      ...outbox.filter((letter) => !toThem.includes(letter)).map(({ text }) => text),
    ],
  };
}

function textsOf({ complaint }: StoredTriage): string[] {
  const { subject, body, parts, nested } = complaint.message;
  return [
    subject,
    body,
    ...parts.flatMap(({ text }) => text ?? []),
    ...nested.flatMap((one) => [one.subject, one.body]),
  ];
}

function isNamed(text: string, person: Person): boolean {
  return mentions(text, person).length > 0;
}
