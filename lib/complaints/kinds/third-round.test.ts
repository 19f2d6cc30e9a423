import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

/** Written after the second round was mended, and judged as first read. */
const KINDS: [string, MailText, FactsSaid][] = [
  [
    "ARF in Italian, JST arrival, Source-IP quoted",
    {
      from: "segnalazioni@posta.example",
      subject: "Segnalazione spam",
      type: "multipart/report; report-type=feedback-report",
      body: [
        { type: "text/plain", text: "Questo messaggio è stato segnalato come spam." },
        {
          type: "message/feedback-report",
          text: 'Feedback-Type: abuse\r\nVersion: 1\r\nSource-IP: "192.0.2.160"\r\nArrival-Date: Tue, 03 Feb 2026 13:05:06 JST\r\n',
        },
        { type: "message/rfc822", text: "Subject: x\r\n\r\nx" },
      ],
    },
    { format: "arf", accused: ["192.0.2.160"], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "X-ARF forwarded with the quote of a list",
    {
      from: "'Robot' via abuse <abuse@provider.example>",
      subject: "abuse report about 192.0.2.161",
      headers: ["Reply-To: robot@watch.example", "X-XARF: PLAIN"],
      body: [
        { type: "text/plain", text: "Automated report." },
        {
          type: "text/plain",
          name: "report.txt",
          base64: true,
          text: "---\nReported-From: robot@watch.example\nCategory: abuse\nReport-Type: login-attack\nService: imap\nVersion: 0.1\nDate: Tue Feb  3 04:05:06 2026 +00:00 GMT\nSource-Type: ipv4\nSource: 192.0.2.161\nPort: 143\nReport-ID: L-5512\n",
        },
      ],
    },
    {
      format: "xarf02",
      accused: ["192.0.2.161"],
      ports: [143],
      times: ["2026-02-03T04:05:06Z"],
      reporter: "robot@watch.example",
    },
  ],
  [
    "copyright notice, US times with a zone word",
    {
      from: "compliance@studio.example",
      subject: "Notice ID: 55-667788 - copyright infringement",
      body: "Notice ID: 55-667788\nTitle: Movie\nIP Address: 192.0.2.162\nPort: 6881\nTimestamp: 2 Feb 2026 23:05:06 EST (GMT -0500)\n",
    },
    {
      accused: ["192.0.2.162"],
      ports: [],
      sourcePorts: [6881],
      times: ["2026-02-03T04:05:06Z"],
      refs: ["55-667788"],
    },
  ],
  [
    "fail2ban script in French, times in CEST",
    {
      from: "root@serveur.example",
      subject: "Signalement d'abus: 192.0.2.163",
      date: "Thu, 16 Jul 2026 08:00:00 +0000",
      body: "Bonjour,\n\nl'adresse IP 192.0.2.163 a tenté de se connecter en SSH à notre serveur (port 22).\n\nFuseau horaire : CEST\n\nJul 16 09:05:06 srv sshd[7]: Failed password for root from 192.0.2.163 port 41111 ssh2\n",
    },
    { accused: ["192.0.2.163"], ports: [22], times: ["2026-07-16T07:05:06Z"] },
  ],
  [
    "Postfix reject lines, year in the log",
    {
      from: "postmaster@p.example",
      subject: "Relay attempts",
      body: "2026-02-03T05:05:06.123456+01:00 mx postfix/smtpd[5]: NOQUEUE: reject: RCPT from unknown[192.0.2.164]: 554 5.7.1 Service unavailable; from=<a@b.example> to=<c@d.example>\n",
    },
    { accused: ["192.0.2.164"], ports: [25], times: ["2026-02-03T04:05:06.123Z"] },
  ],
  [
    "Zeek conn.log",
    {
      from: "soc@lab.example",
      subject: "scan",
      body: "#fields ts uid id.orig_h id.orig_p id.resp_h id.resp_p proto\n1770091506.123456\tCabc\t192.0.2.165\t40001\t203.0.113.40\t8080\ttcp\n",
    },
    { accused: ["192.0.2.165"], ports: [8080], times: ["2026-02-03T04:05:06.123Z"] },
  ],
  [
    "CSV with quoted commas, IP last",
    {
      from: "cert@c.example",
      subject: "CERT feed 2026-02-03",
      body: [
        { type: "text/plain", text: "Timestamps are UTC." },
        {
          type: "text/csv",
          name: "f.csv",
          text: '"category","description","first_seen","destination_port","source_ip"\n"scan","many, many ports","2026-02-03 04:05:06","22","192.0.2.166"\n',
        },
      ],
    },
    { accused: ["192.0.2.166"], ports: [22], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Portuguese CSV",
    {
      from: "csirt@u.example",
      subject: "Incidente de segurança",
      body: "Horários em UTC:\n\nData/Hora,IP de origem,Porta de origem,IP de destino,Porta de destino\n03/02/2026 04:05:06,192.0.2.167,50000,203.0.113.41,3306\n",
    },
    { accused: ["192.0.2.167"], ports: [3306], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "HTML table with an ISO time and a defanged address",
    {
      from: "threat@intel.example",
      subject: "Malicious activity",
      body: [
        {
          type: "text/html",
          text: "<table border=1><tr><th>Indicator</th><th>Value</th></tr><tr><td>Source IP</td><td>192[.]0[.]2[.]168</td></tr><tr><td>Destination port</td><td>8443</td></tr><tr><td>Observed</td><td>2026-02-03T04:05:06Z</td></tr></table>",
        },
      ],
    },
    { accused: ["192.0.2.168"], ports: [8443], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Czech prose",
    {
      from: "admin@firma.example",
      subject: "Útok z vaší sítě",
      body: "Dobrý den,\n\nz IP adresy 192.0.2.169 byl dne 3. února 2026 v 5:05:06 CET veden útok na náš server 203.0.113.42, port 22.\n\nProsíme o nápravu do 48 hodin.\n",
    },
    { accused: ["192.0.2.169"], ports: [22], times: ["2026-02-03T04:05:06Z"], hours: 48 },
  ],
  [
    "Korean notice",
    {
      from: "cert@krcert.example",
      subject: "침해사고 통보",
      body: "안녕하세요.\n\n192.0.2.170에서 당사 서버 203.0.113.43으로 SSH 공격이 발생하였습니다.\n시간: 2026-02-03 13:05:06 KST\n대상 포트: 22\n\n3일 이내에 회신 바랍니다.\n",
    },
    { accused: ["192.0.2.170"], ports: [22], times: ["2026-02-03T04:05:06Z"], hours: 72 },
  ],
  [
    "Russian prose with a port",
    {
      from: "admin@kompaniya.example",
      subject: "Атака с вашего адреса",
      body: "Здравствуйте!\n\nС IP-адреса 192.0.2.171 идёт подбор паролей к нашему серверу 203.0.113.44, порт 3389. Время: 03.02.2026 07:05:06 (MSK).\n\nПросим принять меры в течение 24 часов.\n",
    },
    { accused: ["192.0.2.171"], ports: [3389], times: ["2026-02-03T04:05:06Z"], hours: 24 },
  ],
  [
    "English prose, relative day stays unknown",
    {
      from: "jo@home.example",
      subject: "stop it",
      body: "Someone at 192.0.2.172 has been trying to log in to my NAS since yesterday evening around 8pm. Please make it stop.\n",
    },
    { accused: ["192.0.2.172"], times: [], hours: null },
  ],
  [
    "IRC network, port after a name",
    {
      from: "abuse@ircnet.example",
      subject: "Drones from 192.0.2.173",
      body: "We saw flood bots from your address:\n\n[2026-02-03 04:05:06 UTC] *** Client connecting: bot1 (u@192.0.2.173) on irc.ircnet.example:6697\n",
    },
    { accused: ["192.0.2.173"], ports: [6697], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Linode-like, report in a quote with JSON",
    {
      from: "Akamai Trust <support@linode.com>",
      subject: "Ticket 19000001 - abuse report",
      body: 'Hello,\n\nwe have received a complaint about your Linode. Please respond by 5 February 2026 12:00 UTC.\n\n> {"src_ip": "192.0.2.174", "dst_port": 443, "timestamp": "2026-02-03T04:05:06+00:00"}\n',
    },
    {
      provider: "Linode",
      accused: ["192.0.2.174"],
      ports: [443],
      due: "2026-02-05T12:00:00Z",
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "Spanish hoster, ticket and deadline in words",
    {
      from: "Abuse <abuse@alojamiento.example>",
      subject: "[Ticket #55-AB12] Aviso de abuso",
      body: "Estimado cliente:\n\nHemos recibido una denuncia sobre su servidor 192.0.2.175. Dispone de veinticuatro horas para responder; de lo contrario será suspendido.\n",
    },
    { accused: ["192.0.2.175"], hours: 24, answer: "mail", times: [], ticket: "55-AB12" },
  ],
  [
    "BuyVM-like: suspended first",
    {
      from: "Frantech Abuse <abuse@frantech.example>",
      subject: "[FT-2026-0099] Service suspended",
      body: "Hello,\n\nYour VPS 192.0.2.176 has been suspended due to an abuse complaint. Once you acknowledge this ticket we will unsuspend it and you will have 24 hours to resolve the issue.\n",
    },
    { accused: ["192.0.2.176"], state: "locked", hours: 24, ticket: "FT-2026-0099" },
  ],
  [
    "a mail attached to a note of the upstream",
    {
      from: "NOC <noc@upstream.example>",
      subject: "FW: abuse",
      body: [
        { type: "text/plain", text: "Please handle, thanks." },
        {
          type: "message/rfc822",
          text: "From: soc@victim.example\r\nTo: noc@upstream.example\r\nSubject: Attack report 192.0.2.177\r\nDate: Tue, 3 Feb 2026 06:00:00 +0000\r\n\r\nSource: 192.0.2.177\r\nTarget: 203.0.113.45:5060/udp\r\nTime: 2026-02-03 04:05:06 UTC\r\n",
        },
      ],
    },
    {
      format: "forwarded",
      accused: ["192.0.2.177"],
      ports: [5060],
      times: ["2026-02-03T04:05:06Z"],
      reporter: "soc@victim.example",
    },
  ],
  [
    "several networks, only one address ours to find",
    {
      from: "soc@edu.example",
      subject: "SSH attacks from your network",
      body: "Attacker 192.0.2.178 (AS64500, netrange 192.0.2.0 - 192.0.2.255) attacked 203.0.113.46, 203.0.113.47 and 203.0.113.48 on port 22/tcp on 2026-02-03 04:05 UTC.\n",
    },
    { accused: ["192.0.2.178"], ports: [22], times: ["2026-02-03T04:05:00Z"] },
  ],
  [
    "Snort unified alert with source and destination keys",
    {
      from: "ids@city.example",
      subject: "IDS event",
      body: "Event time (UTC): 2026-02-03 04:05:06\nsrcip: 192.0.2.179\nsrcport: 60000\ndstip: 203.0.113.49\ndstport: 80\nproto: TCP\nsignature: SQL injection\n",
    },
    {
      accused: ["192.0.2.179"],
      ports: [80],
      sourcePorts: [60000],
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
