import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

const KINDS: [string, MailText, FactsSaid][] = [
  [
    "OVH defangs and wants the answer at its ticket box",
    {
      from: "abuse@ovh.net",
      subject: "[Abuse #BZQXWVTRSP] Abuse report about your service",
      headers: ["Reply-To: ticket+BZQXWVTRSP@abuse.ovh.net"],
      body: "Dear Customer,\n\nAn abusive behaviour has been detected on your service vps1.\n\nRepeating attack from 192,0,2,61 is listed below.\n\nAttack detail : 21Kpps/10Mbps\ndateTime srcIp:srcPort dstIp:dstPort protocol flags bytes reason\n2026.02.03 05:05:06 CET 192.0.2.61:40000 203.0.113.22:22 TCP SYN 60 SCAN:SYN\n\nPlease answer within 24 hours.\n",
    },
    {
      provider: "OVH",
      accused: ["192.0.2.61"],
      ports: [22],
      times: ["2026-02-03T04:05:06Z"],
      hours: 24,
      answer: "mail",
    },
  ],
  [
    "Contabo in German with a fee",
    {
      from: "Contabo Abuse <abuse@contabo.com>",
      subject: "[Ticket#2026020310000123] Abuse-Meldung zu 192.0.2.62",
      body: "Sehr geehrter Kunde,\n\nuns liegt eine Beschwerde zu Ihrem Server 192.0.2.62 vor. Bitte antworten Sie innerhalb von 24 Stunden, sonst wird der Server gesperrt; die Entsperrung kostet 30 EUR.\n\n-----Ursprüngliche Nachricht-----\nVon: root@opfer.example\nGesendet: Dienstag, 3. Februar 2026 05:10\nAn: abuse@contabo.com\nBetreff: Abuse from 192.0.2.62\n\nNote: Local timezone is +0100 (CET)\nFeb  3 05:05:06 opfer sshd[1]: Failed password for root from 192.0.2.62 port 51111 ssh2\n",
    },
    {
      provider: "Contabo",
      accused: ["192.0.2.62"],
      ports: [22],
      times: ["2026-02-03T04:05:06Z"],
      hours: 24,
      ticket: "2026020310000123",
      reporter: "root@opfer.example",
    },
  ],
  [
    "Scaleway in French: the console answers",
    {
      from: "abuse@online.net",
      subject: "Plainte abuse concernant votre serveur 192.0.2.63",
      body: "Bonjour,\n\nNous avons reçu une plainte (abuse) concernant votre serveur. Merci de répondre sous 48 heures via https://console.online.net/fr/abuses/1234\n\nIP : 192.0.2.63\nType : scan\nDate : 2026-02-03 05:05:06 +0100\n",
    },
    {
      provider: "Scaleway",
      accused: ["192.0.2.63"],
      hours: 48,
      answer: "portal",
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "Leaseweb's fields",
    {
      from: "no-reply@leaseweb.com",
      subject: "Abuse notification [LSW-ABC-12345] IP 192.0.2.64",
      body: "Dear customer,\n\nABUSE TYPE: PORTSCAN\nURGENCY: HIGH\nIP: 192.0.2.64\nDEADLINE: 2026-02-05 12:00 UTC\n\nPlease respond via https://secure.leaseweb.com/abuse/12345\n",
    },
    {
      provider: "Leaseweb",
      accused: ["192.0.2.64"],
      answer: "portal",
      due: "2026-02-05T12:00:00Z",
    },
  ],
  [
    "Linode asks three questions",
    {
      from: "Linode Trust & Safety <support@linode.com>",
      subject: "Support Ticket 18765432 - Terms of Service Violation - outbound scan",
      body: "Hello,\n\nWe have received a report of malicious activity originating from your Linode 192.0.2.65. We ask that you investigate and respond within 24 hours, or we may place network restrictions.\n\n1. What happened?\n2. What have you done?\n3. How will you prevent it?\n\nReport:\n> 2026-02-03T04:05:06Z 192.0.2.65 -> 203.0.113.23 port 22\n",
    },
    {
      provider: "Linode",
      accused: ["192.0.2.65"],
      ports: [22],
      hours: 24,
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "AWS shows the reporter the answer",
    {
      from: "ec2-abuse@amazon.com",
      subject: "Your Amazon EC2 Abuse Report [20260203-ABCDE] [AWS ID 123456789012]",
      body: "Hello,\n\nWe've received a report(s) that your AWS resource(s) EC2 Instance Id: i-0123, Reported Source IP: 192.0.2.66, has been implicated in activity that resembles scanning remote hosts.\n\n* Log Extract:\n<<<\nFeb  3 04:05:06 UTC sshd[1]: Invalid user x from 192.0.2.66 port 50005\n>>>\n",
    },
    { provider: "AWS", accused: ["192.0.2.66"], ports: [22], answer: "mail" },
  ],
  [
    "a reminder of a small hoster with a weekday",
    {
      from: "Abuse Desk <abuse@smallhost.example>",
      subject: "Re: [#AB-9921] Reminder: abuse from 192.0.2.67",
      body: "Dear client,\n\nthis is a reminder: we have received a complaint about your server 192.0.2.67 and not yet received any response. Please reply before Friday 18:00 CET or we will suspend the service.\n",
    },
    { accused: ["192.0.2.67"], state: "reminder", due: "2026-02-06T17:00:00Z", times: [] },
  ],
  [
    "a lock in German",
    {
      from: "support@serverfarm.example",
      subject: "[Ticket 55012] Sperrung Ihres Servers 192.0.2.68",
      body: "Sehr geehrter Kunde,\n\nIhr Server 192.0.2.68 wurde wegen einer Abuse-Meldung gesperrt. Wir bitten um Stellungnahme bis spätestens 06.02.2026 12:00 Uhr (MEZ).\n",
    },
    {
      accused: ["192.0.2.68"],
      state: "locked",
      due: "2026-02-06T11:00:00Z",
      ticket: "55012",
      times: [],
    },
  ],
  [
    "three hops: customer, hoster, upstream, complainant",
    {
      from: "Me <jo@home.example>",
      subject: "Fwd: FW: [AB-71] abuse",
      body: "see below\n\n---------- Forwarded message ---------\nFrom: Hoster <abuse@hoster.example>\nDate: Wed, Feb 4, 2026 at 10:00 AM\nSubject: FW: [AB-71] abuse\nTo: <jo@home.example>\n\nDear customer, please see the complaint we received about your server.\n\n-----Original Message-----\nFrom: NOC <noc@upstream.example>\nSent: Tuesday, February 3, 2026 9:00 AM\nTo: abuse@hoster.example\nSubject: abuse\n\nForwarding.\n\n> From: soc@victim.example\n> Subject: brute force attack report\n> Date: Tue, 3 Feb 2026 06:00:00 +0000\n>\n> Attacker: 192.0.2.69\n> Target port: 22/tcp\n> Time: 2026-02-03 04:05:06 UTC\n",
    },
    { accused: ["192.0.2.69"], ports: [22], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Vultr-like ticket in HTML",
    {
      from: "Vultr Support <support@vultr.example>",
      subject: "[ABC-77XYZ]: Abuse Report (192.0.2.70)",
      body: [
        {
          type: "text/html",
          text: "<div>Dear Customer,<br><br>We have received the following abuse report regarding your server.<br><br>You have 24 hours to respond to this ticket.</div><hr><pre>Source: 192.0.2.70\nDestination: 203.0.113.24:25\nTime: Tue Feb  3 04:05:06 2026 UTC</pre>",
        },
      ],
    },
    {
      accused: ["192.0.2.70"],
      ports: [25],
      hours: 24,
      times: ["2026-02-03T04:05:06Z"],
      ticket: "ABC-77XYZ",
    },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
