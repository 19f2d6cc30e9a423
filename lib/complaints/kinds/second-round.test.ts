import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

/** Written after the first round was mended, and judged as first read; see the other files of this folder. */
const KINDS: [string, MailText, FactsSaid][] = [
  [
    "ARF of a Russian mail house: no Source-IP, address in the Russian text",
    {
      from: "abuse@pochta.example",
      subject: "Жалоба на спам",
      type: "multipart/report; report-type=feedback-report",
      body: [
        {
          type: "text/plain",
          text: "Пользователь пожаловался на письмо, полученное с IP-адреса 192.0.2.130 3 февраля 2026 07:05:06 MSK.",
        },
        {
          type: "message/feedback-report",
          text: "Feedback-Type: abuse\r\nUser-Agent: P/1\r\nVersion: 1\r\n",
        },
        { type: "text/rfc822-headers", text: "From: a@b.example\r\nSubject: x\r\n" },
      ],
    },
    { format: "arf", accused: ["192.0.2.130"], ports: [], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "ARF with a port in Source and Incidents",
    {
      from: "arf@isp.example",
      subject: "Abuse report",
      type: "multipart/report; report-type=feedback-report",
      body: [
        { type: "text/plain", text: "This is an email abuse report." },
        {
          type: "message/feedback-report",
          text: "Feedback-Type: abuse\r\nVersion: 1\r\nSource-IP: [192.0.2.131]\r\nSource-Port: 44321\r\nArrival-Date: Tue, 3 Feb 2026 04:05:06 GMT\r\nIncidents: 3\r\n",
        },
        { type: "message/rfc822", text: "Subject: x\r\n\r\nx" },
      ],
    },
    { accused: ["192.0.2.131"], times: ["2026-02-03T04:05:06Z"], ports: [] },
  ],
  [
    "X-ARF by German server, YAML inline without name",
    {
      from: "abuse-robot@server.example",
      subject: "Missbrauchsmeldung zu 192.0.2.132",
      headers: ["X-ARF: YES"],
      body: [
        {
          type: "text/plain",
          text: "Sehr geehrte Damen und Herren,\n\nanbei eine Meldung zu 192.0.2.132.",
        },
        {
          type: "text/plain",
          text: "Reported-From: abuse-robot@server.example\nReport-ID: 5512-2026\nCategory: abuse\nReport-Type: web-attack\nService: http\nVersion: 0.2\nUser-Agent: r 1\nDate: Tue, 03 Feb 2026 05:05:06 +0100\nSource-Type: ip-address\nSource: 192.0.2.132\nPort: 80\nOccurrences: 7\n",
        },
      ],
    },
    {
      format: "xarf02",
      accused: ["192.0.2.132"],
      ports: [80],
      times: ["2026-02-03T04:05:06Z"],
      refs: ["5512-2026"],
    },
  ],
  [
    "XARF 3 with samples whose time is local",
    {
      from: "xarf@org.example",
      subject: "XARF",
      body: [
        { type: "text/plain", text: "Report" },
        {
          type: "application/octet-stream",
          name: "xarf.json",
          text: '{ "Version": "3",\n "ReporterInfo": {"ReporterOrg": "Org"},\n "Disclosure": true,\n "Report": { "ReportClass": "Activity", "ReportType": "LoginAttack", "Date": "2026-02-03T04:05:06.000Z", "SourceIp": "2001:db8:0:0:0:0:0:33", "DestinationPort": 22, "Samples": [ {"ContentType": "text/plain", "Base64Encoded": false, "Payload": "Feb  3 05:05:06 srv sshd[1]: Failed password for root from 2001:db8::33"} ] } }',
        },
      ],
    },
    { format: "xarf3", accused: ["2001:db8::33"], ports: [22], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "XARF 4 login attack, IPv6, several attempts",
    {
      from: "x@y.example",
      subject: "XARF v4",
      body: [
        { type: "text/plain", text: "attached" },
        {
          type: "application/xarf+json",
          name: "r.json",
          base64: true,
          text: '{"xarf_version":"4.1.0","report_id":"aa0c1d7e-1111-4222-8333-0123456789ab","timestamp":"2026-02-03T06:00:00Z","reporter":{"org":"Y","contact":"a@y.example","domain":"y.example"},"source_identifier":"2001:db8::34","source_port":50000,"category":"connection","type":"login_attack","destination_ip":"2001:db8:1::2","destination_port":993,"protocol":"tcp","first_seen":"2026-02-03T04:05:06Z","attempt_count":55}',
        },
      ],
    },
    { format: "xarf4", accused: ["2001:db8::34"], ports: [993], sourcePorts: [50000] },
  ],
  [
    "ACNS quoted line by line",
    {
      from: "Jo <jo@hoster.example>",
      subject: "Fwd: Notice of infringement [Ticket#7755]",
      body: 'Hi, we have received the following notice about your server.\n\n> From: notices@rights.example\n> Subject: Notice\n>\n> <?xml version="1.0"?>\n> <Infringement xmlns="http://www.movielabs.com/ACNS">\n> <Case><ID>Z9</ID></Case>\n> <Source><TimeStamp>2026-02-03T04:05:06Z</TimeStamp><IP_Address>192.0.2.133</IP_Address><Port>6999</Port></Source>\n> <Content><Item><Title>Song</Title></Item></Content>\n> </Infringement>\n',
    },
    {
      format: "acns",
      accused: ["192.0.2.133"],
      ports: [],
      sourcePorts: [6999],
      times: ["2026-02-03T04:05:06Z"],
      work: "Song",
    },
  ],
  [
    "French copyright letter, hours as 5h05",
    {
      from: "ayants-droit@films.example",
      subject: "Atteinte au droit d'auteur - dossier 2026-5567",
      body: "Madame, Monsieur,\n\nNous avons constaté une contrefaçon depuis l'adresse IP 192.0.2.134 (port 51000) le 3 février 2026 à 5h05 (heure : UTC+1).\n\nMerci de nous répondre sous 8 jours.\n",
    },
    { accused: ["192.0.2.134"], ports: [], times: ["2026-02-03T04:05:00Z"], hours: 192 },
  ],
  [
    "SpamCop, forwarded inline by a provider",
    {
      from: "Abuse Team <abuse@tiny.example>",
      subject: "[#TT-8812] Abuse complaint for 192.0.2.135",
      body: "Dear customer,\n\nwe have received this complaint regarding your VPS. Reply within 24h.\n\n-------- Forwarded Message --------\nSubject: [SpamCop (192.0.2.135) id:7200000001]hello\nDate: Tue, 3 Feb 2026 05:30:00 +0000\nFrom: SpamCop robot <7200000001@reports.spamcop.net>\nTo: abuse@tiny.example\n\n[ SpamCop V5.3.0 ]\nEmail from 192.0.2.135 / Tue, 03 Feb 2026 04:05:06 +0000\n\n[ Offending message ]\nReceived: from z (203.0.113.9)\n",
    },
    {
      format: "spamcop",
      accused: ["192.0.2.135"],
      times: ["2026-02-03T04:05:06Z"],
      hours: 24,
      ticket: "TT-8812",
    },
  ],
  [
    "fail2ban in Spanish, 12-hour clock with a zone",
    {
      from: "root@servidor.example",
      subject: "Reporte automático de abuso: 192.0.2.136",
      body: "Estimado proveedor,\n\nLa IP 192.0.2.136 intentó acceder por SSH a nuestro servidor.\n\nFecha: 03/02/2026 04:05:06 AM UTC\nServicio: ssh\nPuerto: 22\nIntentos: 12\n",
    },
    { accused: ["192.0.2.136"], ports: [22], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "dovecot lines with lip and rip",
    {
      from: "postmaster@mail.example",
      subject: "IMAP brute force",
      body: "Timezone: UTC\n\nFeb  3 04:05:06 mx dovecot: imap-login: Disconnected (auth failed, 3 attempts in 12 secs): user=<info>, method=PLAIN, rip=192.0.2.137, lip=203.0.113.30, TLS\n",
    },
    { accused: ["192.0.2.137"], ports: [143], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Windows security event as fields",
    {
      from: "it@office.example",
      subject: "RDP attack",
      body: "Event 4625: An account failed to log on.\n\nAccount Name: ADMINISTRATOR\nSource Network Address: 192.0.2.138\nSource Port: 0\nDestination Port: 3389\nTimeCreated: 2026-02-03T04:05:06.5Z\n",
    },
    { accused: ["192.0.2.138"], ports: [3389], times: ["2026-02-03T04:05:06.500Z"] },
  ],
  [
    "blocklist.de with its service line",
    {
      from: "BlockList.de <autogenerated@blocklist.de>",
      subject: "Abuse from IP-Address: 192.0.2.139 service: mail (First x 1) RID: 99887766",
      headers: ["X-XARF: PLAIN"],
      body: [
        {
          type: "text/plain",
          text: "Hello Abuse-Team,\n\nyour Server/Customer with the IP: 192.0.2.139 has attacked one of our servers/partners.\n",
        },
        {
          type: "text/plain",
          name: "report.txt",
          text: "---\r\nReported-From: autogenerated@blocklist.de\r\nCategory: abuse\r\nReport-Type: login-attack\r\nService: mail\r\nVersion: 0.2\r\nDate: Tue, 03 Feb 2026 05:05:06 +0100\r\nSource-Type: ip-address\r\nSource: 192.0.2.139\r\nPort: 25\r\nReport-ID: 99887766@blocklist.de\r\nSchema-URL: http://x.example/s.json\r\nAttachment: text/plain\r\n",
        },
        {
          type: "text/plain",
          name: "logfile.log",
          text: "Lines containing failures of 192.0.2.139\r\nFeb  3 05:05:06 mx postfix/smtpd[9]: warning: unknown[192.0.2.139]: SASL LOGIN authentication failed\r\n",
        },
      ],
    },
    {
      format: "blocklistde",
      accused: ["192.0.2.139"],
      ports: [25],
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "Shadowserver accessible service, src_ip first",
    {
      from: "autoreports@shadowserver.org",
      subject: "Shadowserver Example Honeypot Brute Force Report: 2026-02-03",
      body: [
        { type: "text/plain", text: "1 event." },
        {
          type: "text/csv",
          name: "2026-02-03-bf.csv",
          text: 'timestamp,protocol,src_ip,src_port,src_asn,dst_ip,dst_port,service,count\r\n"2026-02-03 04:05:06",tcp,192.0.2.140,50100,64500,203.0.113.31,22,ssh,9\r\n"2026-02-03 05:05:06",tcp,192.0.2.140,50101,64500,203.0.113.31,22,ssh,1\r\n',
        },
      ],
    },
    {
      accused: ["192.0.2.140"],
      ports: [22],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T05:05:06Z"],
    },
  ],
  [
    "Italian table by semicolons, epoch milliseconds",
    {
      from: "csirt@ente.example",
      subject: "Segnalazione incidente INC-2026-0042",
      body: "Buongiorno,\nsi segnalano tentativi di accesso.\n\nIP sorgente;Porta sorgente;IP destinazione;Porta destinazione;Timestamp\n192.0.2.141;40000;203.0.113.32;445;1770091506000\n192.0.2.141;40002;203.0.113.32;445;1770091566000\n",
    },
    {
      accused: ["192.0.2.141"],
      ports: [445],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:06:06Z"],
      refs: ["INC-2026-0042"],
    },
  ],
  [
    "HTML key-value table",
    {
      from: "abuse@webshop.example",
      subject: "Angriff auf unseren Shop",
      body: [
        {
          type: "text/html",
          text: "<table><tr><td>Angreifer-IP</td><td>192.0.2.142</td></tr><tr><td>Ziel</td><td>203.0.113.33</td></tr><tr><td>Zielport</td><td>443</td></tr><tr><td>Zeitpunkt</td><td>03.02.2026 05:05:06 (MEZ)</td></tr></table>",
        },
      ],
    },
    { accused: ["192.0.2.142"], ports: [443], times: ["2026-02-03T04:05:06Z"] },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
