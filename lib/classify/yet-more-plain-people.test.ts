import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// The third sheet of what people write who have no robot.
const SAID: [type: ComplaintType, subject: string, body: string][] = [
  ["copyright", "Piratage", "Votre abonné 192.0.2.7 partage notre film en pair-à-pair."],
  ["irc", "akill", "[services] your host 192.0.2.7 matched an autokill for drone clones"],
  [
    "isp_notice",
    "Your VPS has been suspended",
    "Dear client, your VPS was suspended because of abuse. Reply to this ticket to get it unsuspended.",
  ],
  [
    "isp_notice",
    "Abuse complaint for your dedicated server",
    "Hello, we received the report below for the IP address assigned to you. Please resolve this within 24 hours.\n\nportscan from 192.0.2.7",
  ],
  [
    "isp_notice",
    "Warnung",
    "Sehr geehrter Kunde, laut unseren AGB sind Proxys nicht erlaubt. Ihr Server wird sonst gesperrt.",
  ],
  [
    "other_not_complaint",
    "Research survey",
    "We are researchers at a university and would like to ask relay operators about their motivation.",
  ],
  [
    "other_not_complaint",
    "SEO",
    "We can bring your site on the first page of search engines. Reply for a quote.",
  ],
  ["other_not_complaint", "Re: [Ticket 12] portscan", "Solved, the machine was reinstalled."],
  [
    "autoresponse_bounce",
    "Ticket Received - 4711",
    "Your request has been received and is being reviewed by our support staff.",
  ],
  [
    "autoresponse_bounce",
    "Automatische Antwort: Abuse",
    "Ich bin erst am Montag wieder erreichbar.",
  ],
  [
    "law_enforcement",
    "Data request 77/26",
    "I am writing from the Economic Crime Bureau of the National Police. In the matter of a stolen vehicle we need to know who used 192.0.2.7.",
  ],
  [
    "law_enforcement",
    "Legal order",
    "Please find the order of the High Court attached. You shall disclose the name and address of the user of 192.0.2.7.",
  ],
  [
    "law_enforcement",
    "Ersuchen um Auskunft",
    "Im Auftrag der Staatsanwaltschaft ersuche ich um Benennung des Kunden zu 192.0.2.7. Polizeipräsidium Süd",
  ],
  [
    "law_enforcement",
    "Solicitud",
    "La Guardia Civil investiga un delito de estafa y necesita conocer al usuario de 192.0.2.7",
  ],
  [
    "law_enforcement",
    "Roskomnadzor",
    "Роскомнадзор уведомляет о внесении страницы hxxps://x.example в реестр запрещённой информации",
  ],
  [
    "law_enforcement",
    "Content removal demand from the Government",
    "The Ministry of Culture and Information declares the page hxxps://x.example extremist. Block it within 24 hours.",
  ],
  ["csam", "Report 12", "Child abuse content at hxxps://x.example , the IP resolves to 192.0.2.7"],
  [
    "threats",
    "please help",
    "someone using 192.0.2.7 posts my phone number and address on a forum and tells people to visit me",
  ],
  [
    "fraud",
    "Rental scam",
    "The holiday flat site hxxps://x.example on your host is a scam; three guests lost 2000 EUR.",
  ],
  [
    "fraud",
    "Account takeover",
    "192.0.2.7 logged into the accounts of 20 of our clients and changed their payout details.",
  ],
  ["webattack", "Abuse", "someone from your network 192.0.2.7 is hacking my website all night"],
  [
    "webattack",
    "IDS",
    "ET WEB_SERVER SQL Injection Attempt UNION SELECT from 192.0.2.7 to 203.0.113.5:443",
  ],
  [
    "bruteforce",
    "Unauthorised login attempts",
    "Repeated failed SSH logins from 192.0.2.7, user root",
  ],
  [
    "bruteforce",
    "Abuse from 192.0.2.7",
    "sshd[1]: error: maximum authentication attempts exceeded for root from 192.0.2.7",
  ],
  [
    "bruteforce",
    "Tentativo di intrusione",
    "Sono stati rilevati tentativi di login falliti dal vostro IP 192.0.2.7 sul nostro server di posta",
  ],
  [
    "portscan",
    "Network scanning activity",
    "Host 192.0.2.7 scanned 4,000 of our addresses for port 445 this morning",
  ],
  [
    "portscan",
    "TCP probe",
    "Unexpected TCP SYN packets from 192.0.2.7 to closed ports of our router",
  ],
  ["ddos", "Outgoing attack", "Our sensors saw an outgoing UDP flood of 300 Mbit/s from 192.0.2.7"],
  ["spam_email", "UCE", "UCE received from 192.0.2.7, full headers below"],
  [
    "spam_email",
    "Complaint",
    "Please stop these people from e-mailing me, I am not interested in their loans. Sender IP 192.0.2.7. Spam!",
  ],
  ["spam_web", "Bots", "Bots on 192.0.2.7 register at our phpBB board to post pharmacy links"],
  [
    "phishing_malware",
    "Infected site",
    "Your customer's page was hacked and redirects visitors to an exploit kit; please clean the malware.",
  ],
  [
    "copyright",
    "Infringing content",
    "Episode 3 of our series is being streamed illegally from 192.0.2.7",
  ],
  [
    "copyright",
    "Copyright Claim 4711",
    "Work: Blue Larch. Protocol: BitTorrent. IP: 192.0.2.7. Port: 51413. Timestamp: 2026-02-03T04:05:06Z",
  ],
  [
    "isp_notice",
    "Ticket 77: action needed",
    "Hi, we got another complaint on your server; see below. Please explain within 12 hours or we null-route the IP.\n\n> spam received from 192.0.2.7",
  ],
  [
    "isp_notice",
    "Netzsperre",
    "Sehr geehrter Kunde, Ihr Server wurde wegen einer Abuse-Meldung gesperrt. Bitte antworten Sie auf dieses Ticket.",
  ],
  [
    "isp_notice",
    "Your server has been unlocked",
    "Dear customer, your server is reachable again. Please make sure this does not happen again.",
  ],
  [
    "other_not_complaint",
    "AbuseIPDB weekly digest",
    "Your weekly summary: 12 reports in your network. Manage preferences.",
  ],
  ["other_not_complaint", "Re: Abuse", "ok thanks, blocked him"],
  [
    "autoresponse_bounce",
    "Your case 4711 was opened",
    "We will get back to you within two business days. Reference 4711.",
  ],
  [
    "autoresponse_bounce",
    "Delivery delayed",
    "Your message has not yet been delivered; no action is required.",
  ],
  [
    "irc",
    "abuse from your tor exit",
    "people use 192.0.2.7 to join our irc channels and flood them, please do something",
  ],
  [
    "block_request",
    "Exit policy",
    "Would you mind rejecting our prefix 203.0.113.0/24 in the exit policy of your relays?",
  ],
  [
    "phishing_malware",
    "Bots in your network",
    "IP address: 192.0.2.7\nPort: 443\nMalware: Nettle\nFirst seen: 2026-02-03 04:05:06 UTC",
  ],
  [
    "ddos",
    "Compromised host: 192.0.2.7",
    "Your host took part in an attack on 203.0.113.18.\n2026-02-03 04:05:06.073404 IP 192.0.2.7.53211 > 203.0.113.18.27015: UDP, length 512",
  ],
  [
    "blocklist_notice",
    "192.0.2.7 added to ExampleBL",
    "Your address 192.0.2.7 was listed on ExampleBL at 2026-02-03 04:05:06 UTC.\nReason: spam source",
  ],
  [
    "blocklist_notice",
    "IP addresses blocked from our network [20260203]",
    "The listed addresses were blocked.\n\n192.0.2.7, Account Takeover Attempts",
  ],
  [
    "webattack",
    "Re: Issue 4455: 192.0.2.7 attacks a web application",
    "Hello,\n\nI'm forwarding your email to the proper contacts for this network so they can look into it.\n\nThank you for reporting this incident.\n\n----- Original message -----\nFrom: waf@shop.example\n\n192.0.2.7 attacks our web application with SQL injection.",
  ],
];

test.each(SAID)("%s: %s", (type, subject, body) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
