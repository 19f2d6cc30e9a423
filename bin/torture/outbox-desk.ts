import path from "node:path";
import { readSecretKey, SMTP_PASSWORD, seal } from "../../lib/config/secret.ts";
import type { Db } from "../../lib/db/client.ts";
import { aDesk, arrive, aTriage } from "../../lib/testing/a-desk.ts";

/** A desk whose one mailbox sends through `port` on loopback, with as many answered complaints as asked for. */
export async function outboxDesk({ port, tls }: { port: number; tls: boolean }) {
  const desk = await aDesk();
  const folder = path.dirname(desk.url.replace("file:", ""));
  const secretKey = readSecretKey(folder);
  await desk.db.mailbox.update({
    where: { id: desk.mailbox.id },
    data: {
      imapHost: "127.0.0.1",
      imapPort: 1,
      smtpHost: "127.0.0.1",
      smtpPort: port,
      smtpSecurity: tls ? "tls" : "none",
      allowSelfSigned: tls,
      smtpUser: "abuse",
      smtpPassword: seal("torture", SMTP_PASSWORD, secretKey),
    },
  });
  return { ...desk, folder, secretKey, openCase: () => openCase(desk.db) };
}

let complaints = 0;

/** Each from a sender of its own, so that each is a case of its own. */
async function openCase(db: Db): Promise<string> {
  complaints += 1;
  const from = { name: "", address: `abuse@reporter${complaints}.example` };
  const message = { from, messageId: `<${complaints}@reporter.example>` };
  const { caseId } = await arrive(db, aTriage({ message }));
  if (caseId === null) throw new Error("a complaint became no case");
  return caseId;
}
