import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ComplaintType } from "../lib/classify/classification.ts";
import { checkLetter } from "../lib/drafting/check-letter.ts";
import type { Route } from "../lib/drafting/draft.ts";
import { readTemplates } from "../lib/drafting/files.ts";
import type { Verdict } from "../lib/evidence/verdict.ts";
import { readRelaysFile } from "../lib/relays/read-relays-file.ts";
import { OPERATOR } from "../lib/testing/a-letter-case.ts";
import type { Triage } from "../lib/triage/triage.ts";
import { triageMail } from "../lib/triage/triage-mail.ts";

const FOLDER = "bin/sample-mailbox";
const RECEIVED_AT = Date.parse("2026-11-22T12:00:00Z");

type Expected = { type: ComplaintType; verdict: Verdict | null; route: Route };
const is = (type: ComplaintType, verdict: Verdict | null, route: Route): Expected => ({
  type,
  verdict,
  route,
});

/** What a careful person concludes. A null verdict: the mail leaves room for two (which port did the spam use?). */
const EXPECTED: Record<string, Expected> = {
  "01-ssh-fail2ban-report": is("bruteforce", "port-allowed", "complainant"),
  "02-ssh-fail2ban-after-policy-change": is("bruteforce", "port-rejected", "complainant"),
  "03-ssh-fail2ban-banned": is("bruteforce", "port-allowed", "complainant"),
  "04-ssh-automatic-report": is("bruteforce", "port-allowed", "complainant"),
  "05-ssh-blocklist-de-style": is("bruteforce", "port-allowed", "none"),
  "06-ssh-xarf-login-attack": is("bruteforce", "port-rejected", "complainant"),
  "07-portscan-xarf3": is("portscan", "port-rejected", "complainant"),
  "08-ssh-xarf4": is("bruteforce", "port-allowed", "none"),
  "09-ssh-human-german": is("bruteforce", "port-rejected", "complainant"),
  "10-imap-login-attempts": is("bruteforce", "port-allowed", "complainant"),
  "11-portscan-human-french": is("portscan", "port-allowed", "complainant"),
  "12-hetzner-abuseinfo-syn": is("portscan", "port-rejected", "none"),
  "13-hetzner-abuseid-netscan": is("portscan", "port-allowed", "isp"),
  "14-portscan-html-only": is("portscan", "port-rejected", "complainant"),
  "15-web-human-english": is("webattack", "port-allowed", "complainant"),
  "16-web-human-dutch": is("webattack", "port-allowed", "complainant"),
  "17-web-human-italian": is("webattack", "port-allowed", "complainant"),
  "18-web-ticket-wrapper": is("webattack", "port-allowed", "isp"),
  "19-web-contabo-style-german": is("webattack", "port-allowed", "isp"),
  "20-web-cloud-report": is("webattack", "port-allowed", "isp"),
  "21-web-ipv6": is("webattack", "port-allowed", "complainant"),
  "22-web-base64-latin1": is("webattack", "port-allowed", "complainant"),
  "23-spam-arf-webmail": is("spam_email", null, "none"),
  "24-spam-port-25": is("spam_email", "port-rejected", "complainant"),
  "25-spam-spamcop": is("spam_email", null, "complainant"),
  "26-spam-human-russian": is("spam_email", "port-rejected", "complainant"),
  "27-forum-spam-regbot": is("spam_web", "port-allowed", "none"),
  "28-forum-spam-polish": is("spam_web", "port-allowed", "complainant"),
  "29-irc-ovh-style-mislabelled": is("irc", "port-allowed", "isp"),
  "30-irc-kline-after-policy-change": is("irc", "port-rejected", "complainant"),
  "31-ddos-human-russian": is("ddos", "port-allowed", "complainant"),
  "32-ddos-udp-amplification": is("ddos", "not-tor-traffic", "complainant"),
  "33-ddos-portal-wrapper": is("ddos", "port-allowed", "portal"),
  "34-malware-shadowserver-csv": is("phishing_malware", "port-allowed", "none"),
  "35-malware-cert-german": is("phishing_malware", "port-allowed", "complainant"),
  "36-malware-udp-dutch": is("phishing_malware", "not-tor-traffic", "none"),
  "37-phishing-url-hosted": is("phishing_malware", "cannot-tell", "complainant"),
  "38-fraud-human-spanish": is("fraud", "port-allowed", "complainant"),
  "39-fraud-account-takeover": is("fraud", "port-allowed", "complainant"),
  "40-copyright-acns-signed": is("copyright", "cannot-tell", "complainant"),
  "41-copyright-hetzner-abuseid": is("copyright", "cannot-tell", "isp+complainant"),
  "42-hetzner-reminder": is("copyright", null, "isp"),
  "43-copyright-human-german": is("copyright", "cannot-tell", "complainant"),
  "44-police-german": is("law_enforcement", null, "counsel"),
  "45-police-english": is("law_enforcement", null, "counsel"),
  "46-police-french": is("law_enforcement", null, "counsel"),
  "47-threat-school": is("threats", null, "counsel"),
  "48-hotline-child-abuse": is("csam", null, "counsel"),
  "49-blocklist-listing": is("blocklist_notice", "cannot-tell", "none"),
  "50-block-request-library": is("block_request", null, "complainant"),
  "51-unlock-notice": is("isp_notice", null, "none"),
  "52-not-our-address": is("bruteforce", "not-our-ip", "complainant"),
  "53-former-address": is("webattack", "not-our-ip", "complainant"),
  "54-relay-was-down": is("webattack", "relay-down", "complainant"),
  "55-time-without-zone": is("bruteforce", "cannot-tell", "complainant"),
  "56-time-contradictory-zone": is("bruteforce", "cannot-tell", "isp"),
  "57-nested-forward": is("portscan", "port-allowed", "isp"),
  "58-bounce": is("autoresponse_bounce", null, "none"),
  "59-out-of-office": is("autoresponse_bounce", null, "none"),
  "60-dmarc-report": is("other_not_complaint", null, "none"),
};
const GRAVE: ComplaintType[] = ["law_enforcement", "threats", "csam"];

const { templates } = await readTemplates("templates");
const { history, problems } = readRelaysFile(
  readFileSync(`${FOLDER}/relays.json`, "utf8"),
  RECEIVED_AT,
);
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".eml"))
  .map((file) => file.replace(/\.eml$/, ""));

const read = (name: string) => readFileSync(`${FOLDER}/${name}.eml`);
async function triage(name: string): Promise<Triage> {
  if (history === null) throw new Error("relays.json cannot be read");
  const context = { history, templates, operator: OPERATOR, receivedAt: RECEIVED_AT };
  return await triageMail(read(name), context);
}

test("the relays of the sample can be read, and every mail is in the table", () => {
  expect(problems).toEqual([]);
  expect(history?.relays.map(({ nickname }) => nickname)).toEqual(["marigold", "larkspur"]);
  expect(names).toEqual(Object.keys(EXPECTED).toSorted());
});

test("the mails name documentation addresses and .example names only", () => {
  const ours = /^(192\.0\.2|198\.51\.100|203\.0\.113)\./;
  for (const name of names) {
    const text = read(name).toString("latin1");
    const addresses = text.match(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g) ?? [];
    expect(addresses.filter((ip) => !ours.test(ip))).toEqual([]);
    const mailboxes = [...text.matchAll(/[\w.+-]+@([a-z][\w.-]*\.[a-z]{2,})\b/g)];
    expect(mailboxes.map(([, domain]) => domain).filter((to) => !to?.endsWith(".example"))).toEqual(
      [],
    );
  }
});

/** A provider's notice may be called after what it wraps. */
const typeOf = ({ classification: { type, innerType } }: Triage) =>
  type === "isp_notice" ? (innerType ?? type) : type;

test.each(names)("%s is understood", async (name) => {
  const found = await triage(name);
  const expected = EXPECTED[name];
  expect({
    type: expected?.type === "isp_notice" ? found.classification.type : typeOf(found),
    verdict: expected?.verdict === null ? null : found.evidence.verdict,
    route: found.route,
  }).toEqual(expected);
});

test.each(names)("%s: no letter says what is not proven, and none goes astray", async (name) => {
  const { complaint, evidence, drafts, route } = await triage(name);
  expect(drafts.length === 0).toBe(route === "none");
  for (const { text, gaps, to } of drafts) {
    expect(checkLetter({ text, gaps, complaint, evidence, operator: OPERATOR }), text).toEqual([]);
    expect(to.length).toBeLessThanOrEqual(1);
    const type = EXPECTED[name]?.type;
    if (type && GRAVE.includes(type)) expect(to).toEqual([OPERATOR.counsel]);
  }
});
