import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openCase } from "../cases/open-case.ts";
import { writeOperatorProfile } from "../cases/operator-profile-store.ts";
import { recordSent } from "../cases/record-sent.ts";
import { SMTP_PASSWORD, seal } from "../config/secret.ts";
import { readTemplates } from "../drafting/files.ts";
import { storeArrivals } from "../intake/store.ts";
import { deliverDue } from "../outbox/deliver.ts";
import { readRelaysFile } from "../relays/read-relays-file.ts";
import { saveRelay } from "../relays/store.ts";
import { RULE_WAIT_MS } from "../rules/act-store.ts";
import { applyRules } from "../rules/apply-rules-store.ts";
import { saveRule, tryRuleOver, turnRule } from "../rules/manage-rules.ts";
import { NO_SENDER_TRUST } from "../senders/sender-trust.ts";
import { writeSenderTrust } from "../senders/sender-trust-store.ts";
import { aDesk, THREAD_KEY } from "../testing/a-desk.ts";
import { OPERATOR } from "../testing/a-letter-case.ts";
import { SmtpSink } from "../testing/smtp-sink.ts";
import { openPending } from "./open-pending.ts";

const SAMPLES = "bin/sample-mailbox";
const KEY = new Uint8Array(32).fill(7);
const MOST_ROUNDS = 12;
const { templates } = await readTemplates("templates");
let sink: SmtpSink;
let clock = Date.now();
const desks: Awaited<ReturnType<typeof aDesk>>[] = [];

beforeAll(async () => {
  sink = await SmtpSink.start();
});
afterAll(async () => await sink.stop());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  sink.mails.length = 0;
});

const SERVER = "mx.example";

/** As the server of either desk passes it on. */
function vouchedFor(raw: string): string {
  const domain = /^From:.*@([\w.-]+)/im.exec(raw)?.[1] ?? "";
  const found = `Authentication-Results: ${SERVER}; dmarc=pass header.from=${domain}`;
  const took = `Received: from ${domain} (${domain} [203.0.113.9]) by ${SERVER} with ESMTP; ${new Date(clock).toUTCString()}`;
  return `${found}\r\n${took}\r\n${raw}`;
}

/** A desk of `name`.example with every automatic rule on: any kind, any sender, to anybody of the two. */
async function anEagerDesk(name: string) {
  const desk = await aDesk();
  desks.push(desk);
  const address = `abuse@${name}.example`;
  const smtp = { smtpHost: "127.0.0.1", smtpPort: sink.port, smtpSecurity: "none", smtpUser: "x" };
  const smtpPassword = seal("x", SMTP_PASSWORD, KEY);
  await desk.db.mailbox.updateMany({ data: { address, ...smtp, smtpPassword } });
  await writeOperatorProfile(desk.db, OPERATOR);
  // The loop must not be stopped by doubts about senders: a server before each desk vouches for every mail.
  await writeSenderTrust(desk.db, { ...NO_SENDER_TRUST, names: [SERVER], webhook: true });
  const { history } = readRelaysFile(readFileSync(`${SAMPLES}/relays.json`, "utf8"), clock);
  for (const relay of history?.relays ?? []) await saveRelay(desk.db, relay);
  for (const leastComplaints of [1, 2, 3]) {
    const terms = {
      ...{ name: `Answer all ${leastComplaints}`, types: [], verdicts: [], from: [], provider: "" },
      ...{ leastComplaints, action: "send" as const, hours: 1, perDay: 500 },
      to: ["*@one.example", "*@two.example"],
    };
    const saved = await saveRule(desk.db, desk.people.owner, { ruleId: null, terms, now: clock });
    if (!saved.ok) throw new Error(saved.text);
    await tryRuleOver(desk.db, desk.people.owner, { ruleId: saved.ruleId, now: clock });
    await turnRule(desk.db, desk.people.owner, { ruleId: saved.ruleId, isOn: true });
  }
  const deps = { templates, threadKey: THREAD_KEY + name, random: (n: number) => randomBytes(n) };
  const open = async (_: unknown, id: string) => {
    const { outcome, caseId } = await openCase(desk.db, id, { ...deps, now: clock });
    if (caseId !== null && outcome !== "known")
      await applyRules(desk.db, caseId, { ...deps, now: clock });
  };
  return {
    domain: `${name}.example`,
    take: async (raw: string) => {
      const arrival = {
        raw: Buffer.from(vouchedFor(raw), "latin1"),
        via: "webhook" as const,
        at: null,
        source: "t",
        archive: false,
      };
      await storeArrivals(desk.db, [arrival], clock);
      await openPending(desk.db, { open, stopped: () => false });
      clock += RULE_WAIT_MS + 1_000;
      await deliverDue(desk.db, { secretKey: KEY, settle: recordSent, now: () => clock });
    },
  };
}

/** Carries mail between the two until nobody writes any more. How many letters there were. */
async function correspond(first: string, inTransit: (raw: string) => string): Promise<number> {
  const pair = [await anEagerDesk("one"), await anEagerDesk("two")];
  await pair[0]?.take(first);
  for (let carried = 0; carried < sink.mails.length && carried < MOST_ROUNDS; carried += 1) {
    const mail = sink.mails[carried];
    const reader = pair.find(({ domain }) => mail?.to[0]?.endsWith(`@${domain}`));
    await reader?.take(inTransit(mail?.raw ?? ""));
  }
  return sink.mails.length;
}

const report = () =>
  readFileSync(`${SAMPLES}/01-ssh-fail2ban-report.eml`, "latin1")
    .replace(/^From: .*$/m, "From: Abuse desk <abuse@two.example>")
    .replace(/^To: .*$/m, "To: abuse@one.example")
    .replace(/^Return-Path: .*$/m, "Return-Path: <abuse@two.example>");
const without = (raw: string, ...names: string[]) =>
  names.reduce(
    (text, name) => text.replace(new RegExp(`^${name}:.*(?:\\r?\\n[ \\t].*)*\\r?\\n`, "im"), ""),
    raw,
  );

test("two desks with every rule on stop after the first exchange", async () => {
  expect(await correspond(report(), (raw) => raw)).toBe(1);
  expect(sink.mails[0]?.to).toEqual(["abuse@two.example"]);
  expect(sink.mails[0]?.raw).toMatch(/^Auto-Submitted: auto-replied\r?$/m);
}, 120_000);

test("they stop also when a gateway between them strips every mark", async () => {
  const strip = (raw: string) =>
    without(raw, "Auto-Submitted", "References", "In-Reply-To", "Message-ID");
  const letters = await correspond(report(), strip);
  expect(letters).toBeGreaterThan(0);
  expect(letters).toBeLessThanOrEqual(2);
}, 120_000);
