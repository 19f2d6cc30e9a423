import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Spam, chat, lists, requests, providers, robots and ordinary mail, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "other_not_complaint",
    "[tor-relays] Re: exit policy",
    "I run with the reduced policy and get two complaints a month.",
    "list@tor.example",
  ],
  [
    "other_not_complaint",
    "Renewal",
    "Your domain relay.example will renew on 1 March for 12 EUR.",
    "billing@registrar.example",
  ],
  [
    "other_not_complaint",
    "Study",
    "We are researching operators' experience of abuse mail. Would you take part in a 20 minute interview?",
    "phd@uni.example",
  ],
  [
    "other_not_complaint",
    "Re: scan",
    "Thanks, it has stopped now. Closing this on our side.",
    "noc@firm.example",
  ],
  [
    "spam_email",
    "Niechciana poczta",
    "Otrzymuję reklamy z Państwa serwera 192.0.2.7",
    "u@pl.example",
  ],
  [
    "blocklist_notice",
    "Listing notification",
    "We listed 192.0.2.7 in our DNS blocklist because it is a proxy.",
    "bl@list.example",
  ],
  [
    "block_request",
    "Request",
    "Would you please add our IPs 198.51.100.8/29 to the reject lines of your torrc?",
    "ops@hotel.example",
  ],
  [
    "block_request",
    "Anfrage",
    "Wie können wir Zugriffe aus dem Tor-Netz auf unsere Seite verhindern?",
    "it@firma.example",
  ],
  [
    "isp_notice",
    "Complaint 4410",
    "A third party has complained about the server you rent from us. Tell us within two days what you did.",
    "abuse@dc.example",
  ],
  [
    "isp_notice",
    "Port disabled",
    "We shut the switch port of your machine because of outgoing scans.",
    "noc@dc.example",
  ],
  [
    "autoresponse_bounce",
    "failure notice",
    "Hi. This is the qmail-send program. I wasn't able to deliver your message.",
    "mailer-daemon@q.example",
  ],
  [
    "other_not_complaint",
    "Donation",
    "We would like to give 200 EUR to your relays. Where to?",
    "fan@home.example",
  ],
  [
    "other_not_complaint",
    "Job offer",
    "We look for a network engineer with Tor experience.",
    "hr@firm.example",
  ],
  [
    "other_not_complaint",
    "Your order 5512",
    "Your new server is ready. Login data in the panel.",
    "sales@host.example",
  ],
  [
    "other_not_complaint",
    "Newsletter January",
    "Botnets, phishing and the law: what changed this month. Unsubscribe here.",
    "n@news.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
