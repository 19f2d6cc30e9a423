import path from "node:path";
import type { BrowserContext } from "@playwright/test";
import { createOwner } from "../../lib/accounts/create-user.ts";
import { openSession } from "../../lib/accounts/session-store.ts";
import { openDb } from "../../lib/db/client.ts";
import { anEvent } from "../../lib/testing/a-complaint.ts";
import { aDraft, arrive, aTriage } from "../../lib/testing/a-desk.ts";
import type { RunningDesk } from "./desk.ts";
import { OPERATOR } from "./steps.ts";

/**
 * A signed-in owner and so many cases that one read letter may stand for, one port scan beside them: written into the
 * database of the desk, since forty mails by way of a mail server take half a minute.
 */
export async function alikeCases(
  desk: RunningDesk,
  context: BrowserContext,
  count: number,
): Promise<void> {
  const db = openDb(`file:${path.join(desk.dataDir, "desk.db")}`);
  const now = Date.now();
  const owner = await createOwner(db, { ...OPERATOR, now });
  if (!owner.ok) throw new Error(owner.text);
  await db.mailbox.create({
    data: {
      name: "abuse",
      address: "abuse@relays.example",
      imapHost: "127.0.0.1",
      imapPort: 1,
      imapSecurity: "tls",
      imapUser: "abuse",
      imapPassword: "sealed",
      smtpHost: "127.0.0.1",
      smtpPort: 1,
      smtpSecurity: "starttls",
      createdAt: new Date(now),
    },
  });
  for (let n = 1; n <= count; n += 1) await arrive(db, sshTriage(n), { at: now });
  const scan = aTriage({
    message: { messageId: "<scan@gate.example>", subject: "A port scan" },
    classification: { type: "portscan", confidence: 0.99 },
  });
  await arrive(db, scan, { at: now });
  const token = await openSession(db, owner.person.id, { agent: "", now });
  await context.addCookies([{ name: "exitdesk-session", value: token, url: desk.url }]);
  await db.$disconnect();
}

function sshTriage(n: number) {
  const attacked = `203.0.113.${n}`;
  const text = `Your report T${n} is about ${attacked}.\n\nThe address is a Tor exit.`;
  return aTriage({
    message: { messageId: `<${n}@reporter.example>`, subject: `[T${n}]` },
    classification: { confidence: 0.99 },
    complaint: { events: [anEvent({ destinationIp: attacked })] },
    drafts: [aDraft({ text, subject: `Re: [T${n}]` })],
  });
}
