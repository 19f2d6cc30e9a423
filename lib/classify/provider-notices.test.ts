import { expect, test } from "vitest";
import type { Wrapper } from "../complaints/complaint.ts";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

type Case = [inner: ComplaintType | null, subject: string, body: string];

const NOTICES: Case[] = [
  [
    "portscan",
    "[Ticket 4711] Complaint about your server 192.0.2.7",
    "Dear customer, we have received a complaint about your server. Please answer within 24 hours, otherwise your server will be locked.\n\n----\nPort scan detected from 192.0.2.7",
  ],
  [
    "bruteforce",
    "Abuse-Meldung zu Ihrem Server",
    "Sehr geehrter Kunde, wir haben eine Beschwerde zu Ihrem Server erhalten. Bitte nehmen Sie innerhalb von 24 Stunden Stellung, sonst erfolgt die Sperrung des Servers.\n\nSSH brute force von 192.0.2.7",
  ],
  [
    "copyright",
    "Plainte concernant votre serveur",
    "Cher client, nous avons reçu une plainte concernant votre serveur 192.0.2.7. Sous 48 h sans réponse, votre service sera suspendu.\n\nNotice of copyright infringement, BitTorrent",
  ],
  [
    "spam_email",
    "Skarga",
    "Drogi kliencie, otrzymaliśmy zgłoszenie dotyczące Twojego serwera. W ciągu 24 godzin prosimy o odpowiedź, w przeciwnym razie będzie zablokowany.\n\nSpam mail received from 192.0.2.7",
  ],
  [
    "ddos",
    "Жалоба на ваш сервер",
    "Уважаемый клиент, нами получена жалоба на ваш сервер 192.0.2.7. В течение 24 часов сервер будет заблокирован.\n\nDDoS attack, UDP flood",
  ],
  [
    null,
    "[Ticket 4711] Reminder",
    "Dear customer, this is a reminder: we have not received a response about your server. It will be suspended in 24 hours.",
  ],
];

test.each(NOTICES)("a provider passes on %s: %s", (inner, subject, body) => {
  const found = classified({ subject, body, complaint: { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe("isp_notice");
  expect(found.innerType).toBe(inner);
  expect(found.isComplaint).toBe(true);
});

const HOSTER: Wrapper = {
  provider: "Hoster",
  ticket: "A-1",
  answer: "mail",
  answerTo: "abuse@hoster.example",
  statementUrl: null,
  alsoComplainant: false,
  state: "notice",
  threat: null,
};

test.each(["reminder", "locked", "unlocked"] as const)(
  "a wrapper that was recognised with state %s needs few words more",
  (state) => {
    const body = "The server with address 192.0.2.7 is affected. Your server, see ticket A-1.";
    const complaint = { wrapper: { ...HOSTER, state } };
    expect(classified({ subject: "Ticket A-1", body, complaint }).type).toBe("isp_notice");
  },
);

test("a reporter who speaks of your network is no provider of ours", () => {
  const body =
    "Dear provider, your customer at 192.0.2.7 attacks us by brute force on SSH. Please suspend the server.";
  expect(classified({ subject: "Abuse report 192.0.2.7", body }).type).toBe("bruteforce");
});
