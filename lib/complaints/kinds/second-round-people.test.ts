import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

/** Written after the first round was mended, and judged as first read; see the other files of this folder. */
const KINDS: [string, MailText, FactsSaid][] = [
  [
    "CERT of Brazil, BRT, ports by pipe",
    {
      from: "cert@cert.br.example",
      subject: "[CERTBR-2026-778] varredura a partir de 192.0.2.143",
      body: "Caro administrador,\n\nos registros abaixo estão em GMT-3.\n\n2026-02-03 01:05:06 | 192.0.2.143:51000 -> 203.0.113.34:23 | TCP\n2026-02-03 01:06:06 | 192.0.2.143:51001 -> 203.0.113.34:23 | TCP\n\nPor favor, responda em até 5 dias úteis.\n",
    },
    {
      accused: ["192.0.2.143"],
      ports: [23],
      sourcePorts: [51000, 51001],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:06:06Z"],
      hours: 120,
    },
  ],
  [
    "IODEF without any namespace prefix, category lower",
    {
      from: "hub@nlhub.example",
      subject: "Incident Report",
      body: [
        { type: "text/plain", text: "An incident at 192.0.2.144." },
        {
          type: "text/xml",
          name: "i.xml",
          base64: true,
          text: '<IODEF-Document version="1.00" xmlns="urn:ietf:params:xml:ns:iodef-1.0"><Incident purpose="mitigation"><IncidentID name="hub.example">HUB-1</IncidentID><ReportTime>2026-02-03T06:00:00+01:00</ReportTime><EventData><StartTime>2026-02-03T04:05:06+00:00</StartTime><Flow><System category="source"><Node><Address category="ipv4-addr">192.0.2.144</Address></Node><Service ip_protocol="6"><Port>44444</Port></Service></System></Flow></EventData></Incident></IODEF-Document>',
        },
      ],
    },
    {
      format: "iodef",
      accused: ["192.0.2.144"],
      ports: [],
      sourcePorts: [44444],
      times: ["2026-02-03T04:05:06Z"],
      refs: ["HUB-1"],
    },
  ],
  [
    "Chinese notice",
    {
      from: "cert@cncert.example",
      subject: "关于IP 192.0.2.145的网络攻击通报",
      body: "您好：\n\n来自192.0.2.145的主机对我方服务器203.0.113.35进行了SSH暴力破解。\n时间：2026-02-03 12:05:06（UTC+8）\n目的端口：22\n\n请在3个工作日内处理并回复。\n",
    },
    { accused: ["192.0.2.145"], ports: [22], times: ["2026-02-03T04:05:06Z"], hours: 72 },
  ],
  [
    "honeypot feed with arrows and country",
    {
      from: "honey@net.example",
      subject: "T-Pot report",
      body: "Honeypot report (UTC)\n\n[2026-02-03T04:05:06+0000] 192.0.2.146 (RU, AS64500) => sensor3:445 SMB exploit attempt\n[2026-02-03T04:05:36+0000] 192.0.2.146 (RU, AS64500) => sensor3:445 SMB exploit attempt\n",
    },
    {
      accused: ["192.0.2.146"],
      ports: [445],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:05:36Z"],
    },
  ],
  [
    "phishing takedown in English, defanged, last seen",
    {
      from: "phish@brand.example",
      subject: "Phishing site hosted at 192[.]0[.]2[.]147",
      body: "URL: hxxps://login-brand[.]example/\nIP: 192[.]0[.]2[.]147\nFirst detected: 3 Feb 2026, 04:05 UTC\n\nKindly remove within one (1) business day.\n",
    },
    { accused: ["192.0.2.147"], ports: [], times: [], hours: 24 },
  ],
  [
    "netcup-like German hoster, statement by form until a moment",
    {
      from: "netcup Abuse <abuse@netcup.example>",
      subject: "Abuse-Meldung [Vorgang 2026-99123] Server v1234",
      body: "Sehr geehrter Kunde,\n\nwir haben eine Beschwerde über Ihren Server 192.0.2.148 erhalten. Bitte geben Sie bis Donnerstag, 05.02.2026, 18:00 Uhr (MEZ) eine Stellungnahme ab, andernfalls wird der Server gesperrt.\n\n---------- Original-Meldung ----------\nQuelle: 192.0.2.148\nZiel: 203.0.113.36\nPort: 25\nZeit: 2026-02-03 05:05:06 +0100\n",
    },
    {
      accused: ["192.0.2.148"],
      ports: [25],
      due: "2026-02-05T17:00:00Z",
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "DigitalOcean-like ticket with a quoted log",
    {
      from: "DigitalOcean Abuse <abuse@digitalocean.com>",
      subject: "[#12345678] Abuse report for Droplet 192.0.2.149",
      body: 'Hi there,\n\nWe received a report of abuse from your Droplet. Please review and reply to this ticket within 24 hours.\n\n> 192.0.2.149 - - [03/Feb/2026:04:05:06 +0000] "POST /xmlrpc.php HTTP/1.1" 403 0 "-" "-"\n',
    },
    {
      provider: "DigitalOcean",
      accused: ["192.0.2.149"],
      ports: [],
      hours: 24,
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "Hetzner form with token and reminder",
    {
      from: "Hetzner Abuse <abuse@hetzner.com>",
      subject: "Reminder: [AbuseID:ABC123:4D]: AbuseNormal: abuse report for 192.0.2.150",
      body: "Dear Sir or Madam,\n\nThis is a reminder. We have not yet received a statement from you for 192.0.2.150.\n\nPlease use the following link: https://statement-abuse.hetzner.com/statements/?token=0123456789abcdef\n\nPlease note that we may lock your server if we do not receive a statement by: 2026-02-05 13:00:00 +0100\n",
    },
    {
      provider: "Hetzner",
      accused: ["192.0.2.150"],
      state: "reminder",
      ticket: "ABC123:4D",
      due: "2026-02-05T12:00:00Z",
      times: [],
    },
  ],
  [
    "two hops with Outlook in French",
    {
      from: "Client <moi@client.example>",
      subject: "TR: TR: plainte",
      body: "Pour info\n\n________________________________\nDe : Support <support@hebergeur.example>\nEnvoyé : mercredi 4 février 2026 10:00\nÀ : moi@client.example\nObjet : TR: plainte\n\nBonjour, voir la plainte ci-dessous.\n\nDe : SOC <soc@victime.example>\nEnvoyé : mardi 3 février 2026 09:00\nÀ : abuse@hebergeur.example\nObjet : Attaque depuis 192.0.2.151\n\nAttaque SSH depuis 192.0.2.151 vers 203.0.113.37 (port 22) le 03/02/2026 à 05:05:06 CET.\n",
    },
    { accused: ["192.0.2.151"], ports: [22], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "a scanner list with the victim ports spelled out",
    {
      from: "noc@transit.example",
      subject: "scans from your block",
      body: "The following hosts are scanning us (times UTC):\n\n192.0.2.152  ports 22,23,2323   first 2026-02-03 04:05:06  last 2026-02-03 04:09:06\n",
    },
    {
      accused: ["192.0.2.152"],
      ports: [22, 23, 2323],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:09:06Z"],
    },
  ],
  [
    "Dutch hoster, customer told to answer before a day",
    {
      from: "Abuse <abuse@hostingbedrijf.example>",
      subject: "[Ticket ID: 889900] Abuse melding 192.0.2.153",
      body: "Beste klant,\n\nWij hebben een klacht ontvangen over uw server 192.0.2.153. Wij verzoeken u voor vrijdag 6 februari 2026 17:00 CET te reageren, anders wordt de server afgesloten.\n",
    },
    { accused: ["192.0.2.153"], ticket: "889900", due: "2026-02-06T16:00:00Z", times: [] },
  ],
  [
    "ModSecurity audit text",
    {
      from: "waf@portal.example",
      subject: "Web attack from 192.0.2.154",
      body: '[Tue Feb 03 05:05:06.123456 2026] [:error] [pid 9] [client 192.0.2.154:50044] [client 192.0.2.154] ModSecurity: Access denied with code 403 [hostname "portal.example"] [uri "/etc/passwd"]\n\nOur server\'s time zone is Europe/Berlin.\n',
    },
    {
      accused: ["192.0.2.154"],
      ports: [],
      sourcePorts: [50044],
      times: ["2026-02-03T04:05:06.123Z"],
    },
  ],
  [
    "contact list: only ours",
    {
      from: "reporter@crowd.example",
      to: "abuse@relay.example, abuse@elsewhere.example",
      subject: "Attack report",
      body: "Hosts that attacked us and whom we told:\n\n192.0.2.155 -> abuse@relay.example\n198.51.100.155 -> abuse@third.example\n198.51.100.156 -> abuse@fourth.example\n",
    },
    { accused: ["192.0.2.155"], times: [] },
  ],
  [
    "spam shown with its headers only",
    {
      from: "angry@home.example",
      subject: "SPAM",
      body: "Received: from exit.relay.example (exit.relay.example [192.0.2.156])\n\tby mx.home.example (Postfix) with ESMTPS id 1\n\tfor <angry@home.example>; Tue,  3 Feb 2026 05:05:06 +0100 (CET)\nFrom: x@y.example\nSubject: Pills\n",
    },
    { accused: ["192.0.2.156"], ports: [], times: [] },
  ],
  [
    "AbuseIPDB-like notice",
    {
      from: "notifications@ipdb.example",
      subject: "Abuse notification for 192.0.2.157",
      body: "IP Address: 192.0.2.157\nReported at: 2026-02-03T04:05:06+00:00\nCategories: Brute-Force, SSH\nComment: sshd[22]: Failed password for root from 192.0.2.157 port 40404 ssh2\n",
    },
    { accused: ["192.0.2.157"], ports: [22], sourcePorts: [40404] },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
