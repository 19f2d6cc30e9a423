import type { CaseDeps } from "../cases/case-deps.ts";
import { openCase } from "../cases/open-case.ts";
import type { Opened } from "../cases/place-mail.ts";
import type { Db } from "../db/client.ts";
import { storeArrivals } from "../intake/store.ts";

export type RealMail = {
  from?: string;
  subject?: string;
  headers?: string[];
  /** Whom and what it is about; each another target unless given. */
  accused?: string;
  target?: string;
  at?: string;
  text?: string;
};

let mails = 0;

/** A complaint about log-ins, as bytes through intake and the whole pipeline. Returns what became of it and its hash. */
export async function aRealMail(
  db: Db,
  deps: CaseDeps,
  given: RealMail = {},
): Promise<Opened & { caseId: string; sha256: string; messageId: string }> {
  mails += 1;
  const accused = given.accused ?? "192.0.2.10";
  const target = given.target ?? `203.0.113.${mails % 250}`;
  const messageId = `<m${mails}@shop.example>`;
  const lines = [
    "Received: from mx.shop.example (198.51.100.9) by imap.operator.example; Sun, 01 Mar 2026 11:00:00 +0000",
    `From: ${given.from ?? "Nora Quist <nora@shop.example>"}`,
    "To: abuse@operator.example",
    `Subject: ${given.subject ?? `SSH attack from ${accused}`}`,
    `Message-ID: ${messageId}`,
    ...(given.headers ?? []),
    "Date: Sun, 01 Mar 2026 10:59:00 +0000",
    "",
    "Hello,",
    "",
    `the address ${accused} tried to log in to our SSH server ${target} on port 22`,
    `on ${given.at ?? "2026-03-01 10:04:11 UTC"}, many times with wrong passwords.`,
    given.text ?? "",
    `This is our report number ${mails} of the day.`,
    "",
    "Regards",
    "Nora",
    "",
  ];
  const raw = Buffer.from(lines.join("\r\n"));
  const arrival = { raw, via: "webhook" as const, at: null, source: null, archive: false };
  const [received] = await storeArrivals(db, [arrival], deps.now);
  const sha256 = received?.sha256 ?? "";
  const { id } = await db.sighting.findFirstOrThrow({ where: { rawSha256: sha256 } });
  const opened = await openCase(db, id, deps);
  return { ...opened, caseId: opened.caseId ?? "", sha256, messageId };
}
