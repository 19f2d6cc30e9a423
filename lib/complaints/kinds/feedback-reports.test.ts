import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

const SPAM = [
  "Received: from mx.inside.example (mx.inside.example [10.1.2.3]) by store.inside.example with LMTP;",
  " Tue, 3 Feb 2026 10:11:20 +0000",
  "Received: from sender.bulk.example (sender.bulk.example [198.51.100.23]) by mx.inside.example with ESMTP;",
  " Tue, 3 Feb 2026 10:11:12 +0000",
  "From: Win <win@bulk.example>",
  "To: someone@inside.example",
  "Subject: You won",
  "Date: Tue, 3 Feb 2026 10:11:10 +0000",
  "",
  "Call 203.0.113.200 now",
].join("\r\n");

const KINDS: [string, MailText, FactsSaid][] = [
  [
    "ARF without Source-IP, address only in the hops",
    {
      from: "feedback@mail.bigbox.example",
      subject: "Email Feedback Report",
      type: "multipart/report; report-type=feedback-report",
      body: [
        { type: "text/plain", text: "This is an email abuse report for a message you sent." },
        {
          type: "message/feedback-report",
          text: "Feedback-Type: abuse\r\nUser-Agent: BigBox-Feedback/1.0\r\nVersion: 1\r\nReported-Domain: bulk.example\r\n",
        },
        { type: "message/rfc822", text: SPAM },
      ],
    },
    { format: "arf", accused: ["198.51.100.23"], ports: [], times: [] },
  ],
  [
    "ARF with lower-case keys, a mapped address and Received-Date in local time with its offset",
    {
      from: "scomp@prov.example",
      subject: "FW: You won",
      type: "multipart/report; report-type=feedback-report",
      body: [
        { type: "text/plain", text: "An abuse report." },
        {
          type: "message/feedback-report",
          text: "feedback-type: abuse \r\nuser-agent: X/1\r\nversion: 0.1\r\nreceived-date: Tue, 03 Feb 2026 05:11:12 -0500\r\nsource-ip: ::ffff:198.51.100.7\r\n",
        },
        { type: "text/rfc822-headers", text: SPAM },
      ],
    },
    { format: "arf", accused: ["198.51.100.7"], times: ["2026-02-03T10:11:12Z"] },
  ],
  [
    "ARF whose Arrival-Date has a zone word",
    {
      from: "fbl@partner.example",
      subject: "complaint",
      type: "multipart/report; report-type=feedback-report",
      body: [
        { type: "text/plain", text: "See attached." },
        {
          type: "message/feedback-report",
          text: "Feedback-Type: abuse\r\nVersion: 1\r\nSource-IP: 203.0.113.61\r\nArrival-Date: 03 Feb 2026 02:11:12 PST\r\nAbuse-Type: complaint\r\n",
        },
        { type: "message/rfc822", text: SPAM },
      ],
    },
    { accused: ["203.0.113.61"], times: ["2026-02-03T10:11:12Z"] },
  ],
  [
    "French ARF with ISO times and IPv6",
    {
      from: "signalement@collecteur.example",
      subject: "Signalement de spam",
      type: "multipart/report; report-type=feedback-report",
      body: [
        {
          type: "text/plain",
          text: "Ce message a été signalé comme indésirable par un internaute.",
        },
        {
          type: "message/feedback-report",
          text: "Feedback-Type: abuse\r\nVersion: 1\r\nSource-IP: 2001:db8:77::25\r\nArrival-Date: 2026-02-03T11:11:12+01:00\r\n",
        },
        { type: "message/rfc822", text: SPAM },
      ],
    },
    { accused: ["2001:db8:77::25"], times: ["2026-02-03T10:11:12Z"] },
  ],
  [
    "X-ARF 0.2 whose YAML came as octet-stream, date quoted",
    {
      from: "robot@watch.example",
      subject: "abuse report about 192.0.2.55",
      headers: ["X-XARF: PLAIN"],
      body: [
        {
          type: "text/plain",
          text: "Dear team, an automated report about your network is attached.",
        },
        {
          type: "application/octet-stream",
          name: "arf_report1.txt",
          text: '---\r\nReported-From: robot@watch.example\r\nCategory: abuse\r\nReport-Type: login-attack\r\nService: ssh\r\nVersion: \'0.2\'\r\nDate: "2026-02-03 04:05:06 +0100"\r\nSource-Type: ip-address\r\nSource: 192.0.2.55\r\nPort: "22"\r\nReport-ID: 77812@watch.example\r\nSchema-URL: http://schema.example/abuse_login-attack_0.1.2.json\r\n',
        },
        {
          type: "text/plain",
          name: "logfile.log",
          text: "Feb  3 04:05:06 box sshd[11]: Failed password for root from 192.0.2.55 port 51022 ssh2\r\n",
        },
      ],
    },
    { format: "xarf02", accused: ["192.0.2.55"], ports: [22], times: ["2026-02-03T03:05:06Z"] },
  ],
  [
    "X-ARF about a URL: the address stands in the prose only",
    {
      from: "takedown+8812@phishwatch.example",
      subject: "Issue 8812: phishing at https://login.bank.example/",
      body: [
        {
          type: "text/plain",
          text: "We found a phishing site on your network:\r\n\r\nhxxps://login.bank[.]example/secure [203.0.113.80]\r\n\r\nPlease remove it.",
        },
        {
          type: "text/plain",
          name: "report.txt",
          text: "---\r\nReported-From: takedown+8812@phishwatch.example\r\nCategory: fraud\r\nReport-Type: phishing\r\nVersion: 0.1\r\nDate: Tue, 03 Feb 2026 09:00:00 +0000\r\nSource-Type: uri\r\nSource: https://login.bank.example/secure\r\nPort: 443\r\nReport-ID: 8812@phishwatch.example\r\n",
        },
      ],
    },
    { accused: ["203.0.113.80"], ports: [], sourcePorts: [443], times: ["2026-02-03T09:00:00Z"] },
  ],
  [
    "X-ARF quoted in a text a hoster passes on",
    {
      from: "Support <support@hostme.example>",
      subject: "[Ticket ID: HM-33190] Abuse report for your server",
      body: "Dear customer,\n\nwe have received an abuse complaint about your server. Please answer within 48 hours.\n\n---------- Forwarded message ----------\nFrom: robot@watch.example\nSubject: abuse report about 198.51.100.90\nDate: Tue, 3 Feb 2026 05:00:00 +0100\n\n> ---\n> Reported-From: robot@watch.example\n> Category: abuse\n> Report-Type: port-probe\n> Version: 0.2\n> Date: Tue, 03 Feb 2026 04:05:06 +0000\n> Source-Type: ipv4\n> Source: 198.51.100.90\n> Port: 3389\n> Report-ID: 991\n",
    },
    {
      accused: ["198.51.100.90"],
      ports: [3389],
      times: ["2026-02-03T04:05:06Z"],
      hours: 48,
      ticket: "HM-33190",
      reporter: "robot@watch.example",
    },
  ],
  [
    "XARF 3 port scan",
    {
      from: "noreply@sensors.example",
      subject: "XARF report",
      body: [
        { type: "text/plain", text: "Machine readable report attached." },
        {
          type: "application/json",
          name: "xarf.json",
          base64: true,
          text: '{"Version":"2","ReporterInfo":{"ReporterOrg":"Sensors","ReporterOrgEmail":"abuse@sensors.example"},"Disclosure":true,"Report":{"ReportClass":"Activity","ReportType":"PortScan","Date":"2026-02-03T05:05:06+02:00","SourceIp":"192.0.2.66 ","SourcePort":40123,"DestinationIp":"203.0.113.2","DestinationPort":3389}}',
        },
      ],
    },
    {
      format: "xarf3",
      accused: ["192.0.2.66"],
      ports: [3389],
      sourcePorts: [40123],
      times: ["2026-02-03T03:05:06Z"],
    },
  ],
  [
    "XARF 3 pasted into the text, numbers missing, invalid",
    {
      from: "admin@small.example",
      subject: "LoginAttack from 192.0.2.67",
      body: 'Hi,\n\nsee below.\n\n{\n "ReporterInfo": { "ReporterOrg": "Small" },\n "Report": {\n  "ReportClass": "Activity",\n  "ReportType": "LoginAttack",\n  "Date": "2026-02-03T03:05:06Z",\n  "SourceIp": "192.0.2.67",\n  "SourcePort": n/a,\n  "DestinationPort": 993,\n  "Ongoing": yes\n }\n}\n',
    },
    { format: "xarf3", accused: ["192.0.2.67"], ports: [993], times: ["2026-02-03T03:05:06Z"] },
  ],
  [
    "XARF 4 flood",
    {
      from: "xarf@victim.example",
      subject: "[XARF] ddos",
      body: [
        { type: "text/plain", text: "Please see the attached XARF 4 report." },
        {
          type: "application/json",
          name: "report.json",
          text: '{"xarf_version":"4.2.0","report_id":"5f0c1d7e-1111-4222-8333-0123456789ab","timestamp":"2026-02-03T06:00:00Z","reporter":{"org":"Victim","contact":"abuse@victim.example","domain":"victim.example"},"sender":{"org":"Victim","contact":"abuse@victim.example","domain":"victim.example"},"source_identifier":"192.0.2.68","source_port":123,"category":"connection","type":"ddos","destination_ip":"203.0.113.3","destination_port":80,"protocol":"udp","first_seen":"2026-02-03T05:00:00Z","last_seen":"2026-02-03T05:10:00Z"}',
        },
      ],
    },
    { format: "xarf4", accused: ["192.0.2.68"], ports: [80], sourcePorts: [123] },
  ],
  [
    "XARF 4 about a domain accuses no address",
    {
      from: "xarf@victim.example",
      subject: "[XARF] phishing",
      body: [
        { type: "text/plain", text: "See attached." },
        {
          type: "application/json",
          name: "xarf.json",
          text: '{"xarf_version":"4.0.0","report_id":"6f0c1d7e-1111-4222-8333-0123456789ab","timestamp":"2026-02-03T06:00:00Z","reporter":{"org":"V","contact":"abuse@v.example","domain":"v.example"},"source_identifier":"evil.example","category":"content","type":"phishing","url":"https://evil.example/login"}',
        },
      ],
    },
    { format: "xarf4", accused: [], ports: [], times: ["2026-02-03T06:00:00Z"] },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
