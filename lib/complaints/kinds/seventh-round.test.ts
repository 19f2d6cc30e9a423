import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

/** A fresh round about times: what was seen at an address, ranges, columns that are no event, and the events beside them. */
const KINDS: [string, MailText, FactsSaid][] = [
  [
    "CERT table of phishing pages with report time",
    {
      from: "cert@cert.example",
      subject: "[Ref 20260203-11] Phishing hosted in AS64500",
      body: 'Please take the pages down.\n\n"Report Time (UTC+1)","Type","URL","Host IP"\n"2026-02-03 05:05:06","Phishing","hxxp://login[.]example/","192.0.2.10"\n',
    },
    { accused: ["192.0.2.10"], ports: [], times: [] },
  ],
  [
    "Botnet controller list, first seen only",
    {
      from: "autoreports@shadowserver.org",
      subject: "[Hosting] Shadowserver Hosting Command and Control Report: 2026-02-03",
      body: [
        { type: "text/plain", text: "See the attached report." },
        {
          type: "text/csv",
          name: "c2.csv",
          text: '"ip","port","channel","asn","geo","domain","first_seen"\n"192.0.2.11",6667,"#a",64500,"DE",,"2019-08-01 03:28:48"\n',
        },
      ],
    },
    { accused: ["192.0.2.11"], ports: [], times: [] },
  ],
  [
    "German phishing takedown, zuletzt gesehen",
    {
      from: "soc@bank.example",
      subject: "Phishing-Seite auf Ihrem Server 192.0.2.12",
      body: "Sehr geehrte Damen und Herren,\n\nauf Ihrem Server wird eine Phishing-Seite betrieben:\n\nURL: hxxps://konto-pruefen[.]example/login\nIP: 192.0.2.12\nZuletzt gesehen: 03.02.2026 05:05 MEZ\n\nBitte nehmen Sie die Seite innerhalb von 24 Stunden vom Netz.\n",
    },
    { accused: ["192.0.2.12"], ports: [], hours: 24, times: [] },
  ],
  [
    "French phishing, première détection et dernière observation",
    {
      from: "signalement@assureur.example",
      subject: "Hameçonnage sur 192.0.2.13",
      body: "Bonjour,\n\nUne page d'hameçonnage imite notre site :\nhxxp://assureur-client[.]example/\nAdresse IP : 192.0.2.13\nPremière détection : 02/02/2026 14:00 UTC\nDernière observation : 03/02/2026 04:05 UTC\n\nMerci de la supprimer.\n",
    },
    { accused: ["192.0.2.13"], ports: [], times: [] },
  ],
  [
    "game network block list with approximate ranges",
    {
      from: "noreply@games.example",
      subject: "IP addresses blocked from our network [20260203]",
      body: "The listed addresses were blocked. Time stamps are approximate.\n\nApproximate Time Range (UTC), IP Address, Reason\n2026-02-03 04:05 ~ 2026-02-03 04:35 (UTC), 192.0.2.14, Account Takeover Attempts\n\nThe destination port will be TCP 443.\n",
    },
    { accused: ["192.0.2.14"], ports: [443], times: [] },
  ],
  [
    "fail2ban with own zone note",
    {
      from: "fail2ban@shop.example",
      subject: "Abuse from 192.0.2.15",
      body: "Dear Sir/Madam,\n\nWe have detected abuse from the IP address 192.0.2.15, which according to abusix.com is on your network.\n\nNote: Local timezone is +0100 (CET)\n\nLines containing failures of 192.0.2.15 (max 50)\nFeb  3 05:05:06 shop sshd[4242]: Failed password for root from 192.0.2.15 port 50122 ssh2\n",
    },
    { accused: ["192.0.2.15"], ports: [22], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Wordfence lockout passed on with a zone",
    {
      from: "abuse@noc.example",
      subject: "Abuse Report (192.0.2.16)",
      body: "Please see the forwarded alert. Timezone: UTC\n\n--\nFrom: WordPress <wp@blog.example>\nSent: Tuesday, February 3, 2026 4:05 AM\nTo: owner@blog.example\nSubject: [Wordfence Alert] blog.example User locked out\n\nA user with IP address 192.0.2.16 has been locked out from signing in: used an invalid username 'admin'.\n",
    },
    { accused: ["192.0.2.16"], ports: [], times: [] },
  ],
  [
    "IDS table, GMT+8",
    {
      from: "watch@isp.example",
      subject: "Abuse Alerts: AS64500: 192.0.2.17",
      body: "Greetings,\n\nYour address was seen probing our network. Our timezone is GMT +8.\n\n               DateTime  Action    SourceIP Srcport Protocol   DestinationIP DestPort\n0  03-Feb-2026 12:05:06  DENIED  192.0.2.17   65438      TCP  203.0.113.17       23\n",
    },
    { accused: ["192.0.2.17"], ports: [23], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "tcpdump flood, UTC",
    {
      from: "ddos@game-host.example",
      subject: "Compromised host: 192.0.2.18",
      body: "Your host took part in an attack on 203.0.113.18. Date/timestamps (at the very left) are UTC.\n\n2026-02-03 04:05:06.073404 IP 192.0.2.18.53211 > 203.0.113.18.27015: UDP, length 512\n2026-02-03 04:05:06.097162 IP 192.0.2.18.53211 > 203.0.113.18.27015: UDP, length 512\n",
    },
    { accused: ["192.0.2.18"], ports: [27015] },
  ],
  [
    "Spanish CERT, bot by first and last column",
    {
      from: "incidencias@cert.example",
      subject: "[CERT #44] Equipo comprometido",
      body: "Fecha inicio (UTC),Fecha fin (UTC),IP,C2\n2026-02-03 04:05:06,2026-02-03 04:10:00,192.0.2.19,203.0.113.19\n",
    },
    { accused: ["192.0.2.19"], ports: [], times: ["2026-02-03T04:05:06Z", "2026-02-03T04:10:00Z"] },
  ],
  [
    "bot seen, proof link",
    {
      from: "incident@cert-x.example",
      subject: "Bots in your network",
      body: "IP address: 192.0.2.20\nPort: 443\nMalware: Nettle\nFirst seen: 2026-02-03 04:05:06 UTC\nLast seen: 2026-02-03 04:10:00 UTC\nProof:\nhttps://tracker.example/host/192.0.2.20\n",
    },
    { accused: ["192.0.2.20"], ports: [], times: ["2026-02-03T04:05:06Z", "2026-02-03T04:10:00Z"] },
  ],
  [
    "live stream, date seen",
    {
      from: "antipiracy@league.example",
      subject: "Incident 5868 - live stream infringement 192.0.2.21",
      body: "You are offering our copyright protected content:\n\nURL: http://192.0.2.21/live/playlist.m3u8\nIncident ID: 5868\nDate seen (UTC): 2026-02-03 04:05:06\n\nPlease cease immediately.\n",
    },
    { accused: ["192.0.2.21"], ports: [], times: [] },
  ],
  [
    "P2P notice, found twice",
    {
      from: "notice@rights.example",
      subject: "Notice of Infringement",
      body: "Infringing Work: The Pond\nFirst Found: 3 Feb 2026 04:05:06 UTC\nLast Found: 3 Feb 2026 04:10:00 UTC\nIP Address: 192.0.2.22\nIP Port: 51413\nProtocol: BitTorrent\n",
    },
    { accused: ["192.0.2.22"], ports: [], times: ["2026-02-03T04:05:06Z", "2026-02-03T04:10:00Z"] },
  ],
  [
    "ARF with an arrival in -0000",
    {
      from: "fbl@filter.example",
      subject: "test",
      type: "multipart/report; report-type=feedback-report",
      body: [
        { type: "text/plain", text: "This is an abuse report." },
        {
          type: "message/feedback-report",
          text: "Feedback-Type: abuse\nUser-Agent: Filter/1\nVersion: 1\nArrival-Date: Tue, 03 Feb 2026 04:05:06 -0000\nSource-IP: 192.0.2.23\n",
        },
        { type: "text/rfc822-headers", text: "Subject: pills\nFrom: a@b.example\n" },
      ],
    },
    { accused: ["192.0.2.23"], ports: [], times: [] },
  ],
  [
    "Dutch web shop, attack in a time range",
    {
      from: "beheer@winkel.example",
      subject: "Aanval vanaf 192.0.2.24",
      body: "Hallo,\n\nTussen 3 februari 2026 05:05 en 05:35 (CET) is onze webserver 203.0.113.24 aangevallen vanaf 192.0.2.24 via poort 443 met SQL-injectie.\n",
    },
    {
      accused: ["192.0.2.24"],
      ports: [443],
      times: ["2026-02-03T04:05:00Z", "2026-02-03T04:35:00Z"],
    },
  ],
  [
    "Netcraft-like URL report in Portuguese",
    {
      from: "takedown@netcheck.example",
      subject: "Issue 4455: phishing em hxxp://banco[.]example/",
      body: "Prezados,\n\nDescobrimos um ataque de phishing na sua rede:\nhxxp://banco[.]example/entrar [192.0.2.25]\nDetectado pela primeira vez: 02/02/2026 10:00 UTC\n\nPor favor remova.\n",
    },
    { accused: ["192.0.2.25"], ports: [], times: [] },
  ],
  [
    "hoster forwards an SSH and FTP report",
    {
      from: "abuse@hoster.example",
      subject: "[Ticket ID: HX-77120] Abuse complaint",
      body: "Hello,\n\nWe received the complaint below. Please reply within 48 hours.\n\n----\nAn attempt to brute-force account passwords over SSH/FTP by 192.0.2.26 was detected.\nTue Feb 03 04:05:06 2026 UTC: user: root service: ssh target: 203.0.113.26 source: 192.0.2.26\n",
    },
    { accused: ["192.0.2.26"], ports: [21, 22], hours: 48, times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Sinkhole events by another feed",
    {
      from: "feeds@csirt.example",
      subject: "Sinkhole events for AS64500",
      body: [
        { type: "text/plain", text: "Times are UTC." },
        {
          type: "text/csv",
          name: "sinkhole.csv",
          text: "timestamp,ip,port,dst_ip,dst_port,infection\n2026-02-03 04:05:06,192.0.2.27,51000,203.0.113.27,80,nettle\n",
        },
      ],
    },
    { accused: ["192.0.2.27"], ports: [], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "SMTP auth attack on mail host, Russian",
    {
      from: "postmaster@pochta.example",
      subject: "Подбор паролей с 192.0.2.28",
      body: "Здравствуйте!\n\nС адреса 192.0.2.28 идёт подбор паролей к нашему серверу, порт 587.\nВремя (UTC): 03.02.2026 04:05:06\n",
    },
    { accused: ["192.0.2.28"], ports: [587], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "blocklist listing time",
    {
      from: "monitor@rbl.example",
      subject: "192.0.2.29 added to ExampleBL",
      body: "Your address 192.0.2.29 was listed on ExampleBL at 2026-02-03 04:05:06 UTC.\nReason: spam source\n",
    },
    { accused: ["192.0.2.29"], ports: [] },
  ],
  [
    "report generated time only",
    {
      from: "robot@scan-watch.example",
      subject: "Port scan from 192.0.2.30",
      body: "Report generated: 2026-02-03 04:05:06 UTC\n\nThe address 192.0.2.30 scanned 14 of our hosts on port 22.\n",
    },
    { accused: ["192.0.2.30"], ports: [22], times: [] },
  ],
  [
    "malware file with last check",
    {
      from: "abuse@malware-list.example",
      subject: "Malware URL on 192.0.2.31",
      body: "url: http://files.example/x.exe\nip: 192.0.2.31\nsha256: 00aa\nfirst_seen: 2026-01-30 10:00:00 +0100\nlast_scan: 2026-02-03 05:00:00 +0100\nlast_seen: 2026-02-03 05:05:06 +0100\n",
    },
    { accused: ["192.0.2.31"], ports: [], times: [] },
  ],
  [
    "police inquiry with exact second",
    {
      from: "cyber@polizei.example",
      subject: "Auskunftsersuchen Az. 77 Js 12/26",
      body: "Im Rahmen eines Ermittlungsverfahrens ersuchen wir um Auskunft, wem die IP-Adresse 192.0.2.32 am 03.02.2026 um 05:05:06 Uhr (MEZ) zugewiesen war.\n",
    },
    { accused: ["192.0.2.32"], ports: [], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Italian comment spam",
    {
      from: "webmaster@forum.example",
      subject: "Spam nei commenti da 192.0.2.33",
      body: "Buongiorno,\n\ndall'indirizzo 192.0.2.33 arriva spam nei commenti del nostro forum.\nData: 03/02/2026 05:05:06 +0100\nURL inserito: hxxp://pillole[.]example/\n",
    },
    { accused: ["192.0.2.33"], ports: [], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "web scan of our pages, URL of the victim",
    {
      from: "waf@shop.example",
      subject: "Web attack from 192.0.2.34",
      body: "Source IP: 192.0.2.34\nURL: https://shop.example/wp-login.php\nTimestamp: 2026-02-03T04:05:06Z\nRule: SQL injection\nPort: 443\n",
    },
    { accused: ["192.0.2.34"], ports: [443], times: ["2026-02-03T04:05:06Z"] },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
