import { expect, test } from "vitest";
import { classified, type Mail } from "../testing/classified.ts";

const QUOTED =
  "\n\n> Failed password for root from 192.0.2.7 port 4711 ssh2\n> brute force attack from your network\n";

const ANSWERS: [string, Mail][] = [
  [
    "a delivery report with the whole complaint inside",
    {
      subject: "Undelivered Mail Returned to Sender",
      from: "MAILER-DAEMON@mx.example",
      body: `Your message could not be delivered: user unknown.${QUOTED}`,
      parts: [{ contentType: "message/delivery-status" }, { contentType: "message/rfc822" }],
    },
  ],
  [
    "a bounce without structure",
    {
      subject: "failure notice",
      from: "mailer-daemon@mx.example",
      body: "I wasn't able to deliver your message to the following addresses.\n550 no such user",
    },
  ],
  [
    "a read receipt",
    {
      subject: "Read: abuse from 192.0.2.7",
      body: "Your message was displayed.",
      parts: [{ contentType: "message/disposition-notification" }],
    },
  ],
  [
    "a marked automatic reply",
    {
      subject: "Re: brute force attack from 192.0.2.7",
      headers: [["auto-submitted", "auto-replied"]],
      body: "We will read your mail soon.",
    },
  ],
  [
    "out of office",
    {
      subject: "Out of office: SSH attack",
      body: "I am currently out of the office and will be back on Monday.",
    },
  ],
  [
    "German absence",
    { subject: "Abwesenheitsnotiz", body: "Ich bin bis Montag im Urlaub und nicht im Büro." },
  ],
  [
    "French absence",
    { subject: "Réponse automatique : votre message", body: "Je suis absent jusqu'au 5 février." },
  ],
  [
    "Dutch absence",
    { subject: "Automatisch antwoord: abuse", body: "Tot maandag ben ik afwezig." },
  ],
  ["Russian automatic reply", { subject: "Автоответ", body: "Я в отпуске до понедельника." }],
  [
    "ticket opened",
    {
      subject: "[#4711] Port scan from 192.0.2.7",
      body:
        "This message has been automatically generated in response to the creation of a ticket. Your ticket has been assigned an ID of 4711." +
        QUOTED,
    },
  ],
  [
    "German receipt",
    {
      subject: "Ihre Anfrage 4711",
      body: "Vielen Dank für Ihre Nachricht. Ihre Anfrage ist bei uns eingegangen.",
    },
  ],
  [
    "French receipt",
    { subject: "Accusé de réception", body: "Nous avons bien reçu votre message, ticket 4711." },
  ],
  [
    "Spanish receipt",
    { subject: "Ticket 4711", body: "Hemos recibido su mensaje y lo responderemos." },
  ],
  [
    "nobody reads this mailbox",
    {
      subject: "Mailbox not monitored",
      body: "This mailbox is not monitored. Please use our form.",
    },
  ],
  [
    "a survey",
    {
      subject: "Ticket 4711: how would you rate our support?",
      body: "Please rate the support you received about your abuse report.",
    },
  ],
];

test.each(ANSWERS)("a machine's answer is no complaint: %s", (_name, mail) => {
  const found = classified(mail);
  expect(found.isComplaint, found.reasons.join(" ")).toBe(false);
  expect(found.type).toBe("autoresponse_bounce");
});

const OTHERS: [string, Mail][] = [
  [
    "DMARC aggregate",
    {
      subject: "Report Domain: relay.example Submitter: mx.example Report-ID: <1>",
      body: "",
      parts: [
        {
          contentType: "application/gzip",
          filename: "mx.example!relay.example!1767225600!1767311999.xml.gz",
        },
      ],
      complaint: { accused: [] },
    },
  ],
  [
    "DMARC failure report in feedback form",
    {
      subject: "FW: hello",
      body: "This is an authentication failure report for a message from IP 192.0.2.7.",
      parts: [
        { contentType: "message/feedback-report", text: "Feedback-Type: auth-failure\nVersion: 1" },
      ],
      complaint: { format: "arf" },
    },
  ],
  [
    "SMTP TLS report",
    {
      subject: "TLS report",
      body: "Aggregate TLS report",
      parts: [{ contentType: "application/tlsrpt+gzip" }],
      complaint: { accused: [] },
    },
  ],
  [
    "the other side closed our ticket",
    { subject: "Re: 192.0.2.7 [port-scan]", body: `The user has been suspended.${QUOTED}` },
  ],
  [
    "a hoster says it acted",
    {
      subject: "Re: phishing at 203.0.113.9",
      body: `Thank you for your report, we have terminated the customer.${QUOTED}`,
    },
  ],
  [
    "a recall",
    {
      subject: "Recall: port scan from 192.0.2.7",
      body: "SOC would like to recall the message.",
      complaint: { accused: [] },
    },
  ],
  [
    "extortion sent to everybody",
    {
      subject: "Pay within 2 days",
      body: "I have full access to your device since you got my trojan. Pay 900 dollars in bitcoin to my wallet.",
      complaint: { accused: [] },
    },
  ],
  [
    "mailbox phishing",
    {
      subject: "Your mailbox is about to be suspended",
      body: "We noticed an unknown browser login from 192.0.2.7. Verify your mailbox now.",
    },
  ],
  [
    "a newsletter about security",
    {
      subject: "Security news of the week",
      body: "New malware, a DDoS against a bank, SQL injection in a shop system, phishing on the rise. Unsubscribe here.",
      complaint: { accused: [] },
    },
  ],
  [
    "an invoice",
    {
      subject: "Invoice 2026-17",
      body: "Please find attached the invoice for your server.",
      complaint: { accused: [] },
    },
  ],
  [
    "chatter about copyright",
    {
      subject: "Re: [list] Copyright law",
      body: "I think the new copyright act is a mistake, and piracy will not go away.",
      complaint: { accused: [] },
    },
  ],
  [
    "our own answer quoted back",
    {
      subject: "Re: Copyright infringement",
      body: `This server runs a Tor exit relay; we have no logs.${QUOTED}`,
    },
  ],
  [
    "praise",
    {
      subject: "Thanks",
      body: "Thank you for running relays. You help a lot of people.",
      complaint: { accused: [] },
    },
  ],
  ["nothing", { subject: "", body: "", complaint: { accused: [] } }],
];

test.each(OTHERS)("not about abuse of ours: %s", (_name, mail) => {
  const found = classified(mail);
  expect(found.isComplaint, found.reasons.join(" ")).toBe(false);
  expect(found.reasons.length).toBeGreaterThan(0);
});

const STILL: [string, Mail][] = [
  [
    "automatically generated",
    {
      subject: "Abuse report 192.0.2.7",
      headers: [["auto-submitted", "auto-generated"]],
      body: "This mail was generated automatically. We detected a brute force attack from your network. Thank you for your attention.",
    },
  ],
  [
    "with an unsubscribe link",
    {
      subject: "Port scan from 192.0.2.7",
      headers: [["list-unsubscribe", "<mailto:u@list.example>"]],
      body: "We detected a port scan from your IP 192.0.2.7. To unsubscribe from these reports click here.",
    },
  ],
  [
    "in answer to an earlier mail",
    {
      subject: "Re: SSH attacks from 192.0.2.7",
      body: "It is still going on: your host 192.0.2.7 tries to log in by brute force. Please act.",
    },
  ],
  [
    "that a colleague forwards with thanks",
    {
      subject: "Fwd: SSH attack",
      body: "I am forwarding this complaint to you, thank you for your help.\n\n-------- Forwarded Message --------\nFrom: admin@shop.example\nYour host 192.0.2.7 tries passwords on our SSH server (brute force).",
    },
  ],
];

test.each(STILL)("still a complaint: one %s", (_name, mail) => {
  const found = classified(mail);
  expect(found.isComplaint, found.reasons.join(" ")).toBe(true);
});
