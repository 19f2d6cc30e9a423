import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

/** Written after the fourth round was mended, and judged as first read. */
const KINDS: [string, MailText, FactsSaid][] = [
  [
    "ARF, opt-out report with Original-Rcpt-To only and the IP in the subject",
    {
      from: "fbl@house.example",
      subject: "Abuse report for 192.0.2.231",
      type: "multipart/report; report-type=feedback-report",
      body: [
        { type: "text/plain", text: "This is an email abuse report." },
        {
          type: "message/feedback-report",
          text: "Feedback-Type: abuse\r\nVersion: 1\r\nOriginal-Rcpt-To: a@house.example\r\nReceived-Date: Tue, 3 Feb 2026 04:05:06 +0000\r\n",
        },
        { type: "text/rfc822-headers", text: "From: x@y.example\r\n" },
      ],
    },
    { format: "arf", accused: ["192.0.2.231"], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "X-ARF regbot with Occurances and a null port",
    {
      from: "forum@board.example",
      subject: "Spam registration from 192.0.2.232",
      headers: ["X-XARF: PLAIN"],
      body: [
        { type: "text/plain", text: "A bot registered in our forum." },
        {
          type: "text/plain",
          name: "report.txt",
          text: "---\nReported-From: forum@board.example\nCategory: abuse\nReport-Type: regbot\nVersion: 0.2\nDate: 2026-02-03T05:05:06+01:00\nSource-Type: ipv4\nSource: 192.0.2.232\nPort: null\nOccurances: 2\nReport-ID: rb-1\n",
        },
      ],
    },
    { format: "xarf02", accused: ["192.0.2.232"], ports: [], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "XARF 3 spam trap with a sample",
    {
      from: "x@trap.example",
      subject: "Spam",
      body: [
        { type: "text/plain", text: "report" },
        {
          type: "application/json",
          name: "xarf.json",
          text: '{"Version":"1","ReporterInfo":{"ReporterOrg":"T"},"Report":{"ReportClass":"Messaging","ReportType":"Spam","ReportSubType":"Trap","Date":"2026-02-03T04:05:06Z","SourceIp":"192.0.2.233","Sample":{"ContentType":"message/rfc822","Base64Encoded":true,"Payload":"UmVjZWl2ZWQ6IGZyb20geA=="}}}',
        },
      ],
    },
    { format: "xarf3", accused: ["192.0.2.233"], ports: [], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "PGP-signed copyright notice",
    {
      from: "p2p@copyright.example",
      subject: "Copyright Infringement Notice - ID: 99AB77",
      body: "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nNotice ID: 99AB77\n\nInfringing Work: The Fish\nFirst Found: 2026-02-03T04:05:06Z\nLast Found: 2026-02-03T05:05:06Z\nIP Address: 192.0.2.234\nIP Port: 51413\nProtocol: BitTorrent\n-----BEGIN PGP SIGNATURE-----\n\nabcdef\n-----END PGP SIGNATURE-----\n",
    },
    {
      accused: ["192.0.2.234"],
      ports: [],
      sourcePorts: [51413],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T05:05:06Z"],
    },
  ],
  [
    "sendmail and vsftpd lines from one box",
    {
      from: "root@box.example",
      subject: "Abuse from 192.0.2.235",
      body: "Our log (time zone UTC):\n\nFeb  3 04:05:06 box vsftpd[123]: pam_unix(vsftpd:auth): authentication failure; rhost=192.0.2.235\n",
    },
    { accused: ["192.0.2.235"], ports: [21], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Asterisk SIP lines",
    {
      from: "voip@pbx.example",
      subject: "SIP attack from 192.0.2.236",
      body: "Server timezone: UTC\n\n[2026-02-03 04:05:06] NOTICE[2]: chan_sip.c: Registration from '\"100\" <sip:100@203.0.113.71>' failed for '192.0.2.236:5061' - Wrong password\n\nProtocol: SIP, port 5060\n",
    },
    { accused: ["192.0.2.236"], ports: [5060], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "JSON alert pasted, nested keys",
    {
      from: "siem@corp.example",
      subject: "[SIEM] alert 7788",
      body: '{\n  "alert": "SSH brute force",\n  "@timestamp": "2026-02-03T04:05:06.000Z",\n  "source": {"ip": "192.0.2.237", "port": 50222},\n  "destination": {"ip": "203.0.113.72", "port": 22}\n}\n',
    },
    { accused: ["192.0.2.237"], ports: [22], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "vertical HTML list in Italian",
    {
      from: "cert@regione.example",
      subject: "Segnalazione attività malevola",
      body: [
        {
          type: "text/html",
          text: "<p>Buongiorno,</p><ul><li>IP attaccante: 192.0.2.238</li><li>IP destinazione: 203.0.113.73</li><li>Porta: 445</li><li>Data e ora: 03/02/2026 ore 05:05:06 (CET)</li></ul><p>Si prega di intervenire entro 2 giorni lavorativi.</p>",
        },
      ],
    },
    { accused: ["192.0.2.238"], ports: [445], times: ["2026-02-03T04:05:06Z"], hours: 48 },
  ],
  [
    "AbuseHUB-like CSV with local time and zone in the text",
    {
      from: "hub@hub.example",
      subject: "[Hub] [192.0.2.239] [feed] Incident Report",
      body: [
        { type: "text/plain", text: "Event times are local: time zone +01:00.\n" },
        {
          type: "text/csv",
          name: "report.csv",
          text: "reliable_notifier,report_type,infection_type,event_date,event_time,src_asn,src_ip,src_port\nhub,bot,x,2026-02-03,05:05:06,64500,192.0.2.239,50000\n",
        },
      ],
    },
    {
      format: "csv",
      accused: ["192.0.2.239"],
      sourcePorts: [50000],
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "Squid proxy log, epoch first",
    {
      from: "proxy@school.example",
      subject: "abuse",
      body: "1770091506.123    200 192.0.2.240 TCP_DENIED/403 3800 CONNECT mail.example:25 - HIER_NONE/- text/html\n",
    },
    { accused: ["192.0.2.240"], times: ["2026-02-03T04:05:06.123Z"] },
  ],
  [
    "reply under a ticket with our letter quoted: times of letters are no events",
    {
      from: "Ann <ann@victim.example>",
      subject: "Re: [Ticket#4455] attack from 192.0.2.241",
      body: "It still goes on: 192.0.2.241 hit us again on 2026-02-03 at 04:05:06 UTC, port 8080.\n\nOn Mon, 2 Feb 2026 at 10:00, Relay Desk <abuse@relay.example> wrote:\n> Thank you for your report of 2026-02-01 03:00:00 UTC.\n",
    },
    { accused: ["192.0.2.241"], ports: [8080] },
  ],
  [
    "Ionos-like letter in German with a table of three rows",
    {
      from: "IONOS Abuse <abuse@ionos.example>",
      subject: "Ihr Server: Beschwerde [Vorgangsnummer: 7788990]",
      body: "Sehr geehrte Kundin, sehr geehrter Kunde,\n\nwir haben eine Beschwerde zu Ihrem Server erhalten.\n\nIP-Adresse: 192.0.2.242\nZeitpunkt: 03.02.2026, 05:05 Uhr (MEZ)\nZielport: 22\n\nBitte antworten Sie binnen zwei Werktagen.\n",
    },
    { accused: ["192.0.2.242"], ports: [22], times: ["2026-02-03T04:05:00Z"], hours: 48 },
  ],
  [
    "prose with month name first and PM",
    {
      from: "bob@us.example",
      subject: "your server",
      body: "On February 2, 2026 at 11:05 PM Eastern Time someone using 192.0.2.243 tried to log into our WordPress site (port 443).\n",
    },
    { accused: ["192.0.2.243"], ports: [443], times: ["2026-02-03T04:05:00Z"] },
  ],
  [
    "an IPv6 /64 accused",
    {
      from: "noc@v6.example",
      subject: "Scan from 2001:db8:aa::/64",
      body: "The network 2001:db8:aa::/64 scans our hosts on port 3389 (2026-02-03 04:05:06 UTC).\n",
    },
    { accused: ["2001:db8:aa::/64"], ports: [3389], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "threat with a deadline in French from a hoster",
    {
      from: "Abuse <abuse@hebergeur.example>",
      subject: "[Ticket #FR-2026-11] Plainte concernant 192.0.2.244",
      body: "Cher client,\n\nNous avons reçu une plainte concernant votre serveur 192.0.2.244. Sans réponse de votre part avant le 6 février 2026 à 18h00 (UTC+1), votre serveur sera suspendu.\n",
    },
    { accused: ["192.0.2.244"], due: "2026-02-06T17:00:00Z", ticket: "FR-2026-11", times: [] },
  ],
  [
    "UFW lines",
    {
      from: "me@vps.example",
      subject: "port scan",
      body: "Feb  3 05:05:06 vps kernel: [12345.678] [UFW BLOCK] IN=eth0 OUT= MAC=00:11:22:33:44:55:66:77:88:99:aa:bb:08:00 SRC=192.0.2.245 DST=203.0.113.74 LEN=44 PROTO=TCP SPT=45000 DPT=8088 SYN URGP=0\n\nMy time zone is Europe/Amsterdam.\n",
    },
    {
      accused: ["192.0.2.245"],
      ports: [8088],
      sourcePorts: [45000],
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "Spamhaus-like listing of a /24 in text",
    {
      from: "notify@blocks.example",
      subject: "SBL600700 192.0.2.0/24 listed",
      body: "The network 192.0.2.0/24 has been listed as SBL600700 for hosting spam operations.\n",
    },
    { accused: ["192.0.2.0/24"], times: [], refs: ["SBL600700"] },
  ],
  [
    "OVH-like anti-hack note in French",
    {
      from: "abuse@ovh.net",
      subject: "[Abuse #QWERTYUIOP] Abuse sur votre service",
      body: "Cher client,\n\nUn comportement abusif (scan) provenant de votre service 192.0.2.246 a été signalé.\n\nDébut du scan : 2026.02.03 05:05:06 CET\nPort cible : 3306\n\nMerci de corriger sous 24 heures.\n",
    },
    {
      provider: "OVH",
      accused: ["192.0.2.246"],
      ports: [3306],
      hours: 24,
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "flow records with arrows and packets",
    {
      from: "noc@uni2.example",
      subject: "UDP flood",
      body: "Netflow (UTC):\n\nDate first seen          Duration Proto      Src IP Addr:Port          Dst IP Addr:Port   Packets\n2026-02-03 04:05:06.123     1.000 UDP        192.0.2.247:53122 ->     203.0.113.75:27015     9000\n",
    },
    {
      accused: ["192.0.2.247"],
      ports: [27015],
      sourcePorts: [53122],
      times: ["2026-02-03T04:05:06.123Z"],
    },
  ],
  [
    "a thread of two complaints, only the new one counts for the sender",
    {
      from: "Desk <desk@mid.example>",
      subject: "Fwd: abuse 192.0.2.248",
      body: "FYI\n\n------- Forwarded Message -------\nFrom: Watch <watch@eyes.example>\nDate: On Tuesday, February 3rd, 2026 at 6:05 AM\nSubject: abuse 192.0.2.248\nTo: desk@mid.example\n\n> Attacker IP: 192.0.2.248\n> Attack time: 2026-02-03 04:05:06 (UTC)\n> Attacked port: 5900\n",
    },
    {
      accused: ["192.0.2.248"],
      ports: [5900],
      times: ["2026-02-03T04:05:06Z"],
      reporter: "watch@eyes.example",
    },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});

test("a Japanese table with its zone in a sentence", async () => {
  const facts = await factsIn({
    from: "a@jp.example",
    subject: "スキャン",
    body: "下記の通信を検知しました。時刻はUTCです。\n\n時刻,送信元IP,送信元ポート,宛先IP,宛先ポート\n2026/02/03 04:05:06,192.0.2.19,50000,203.0.113.84,23\n",
  });
  expect(facts).toMatchObject({
    accused: ["192.0.2.19"],
    ports: [23],
    sourcePorts: [50000],
    times: ["2026-02-03T04:05:06Z"],
  });
});
