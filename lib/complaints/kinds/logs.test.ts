import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

const KINDS: [string, MailText, FactsSaid][] = [
  [
    "fail2ban complain.conf with its zone note",
    {
      from: "root@box.example",
      subject: "Abuse from 192.0.2.20",
      body: "Dear Sir/Madam,\n\nWe have detected abuse from the IP address 192.0.2.20, which according to a whois lookup is on your network. We would appreciate if you would investigate and take action as appropriate.\n\nLog lines are given below, but please ask if you require any further information.\n\nNote: Local timezone is +0100 (CET)\n\nLines containing failures of 192.0.2.20 (max 1000)\nFeb  3 05:05:06 box sshd[3311]: Failed password for invalid user admin from 192.0.2.20 port 43210 ssh2\nFeb  3 05:05:09 box sshd[3311]: Connection closed by invalid user admin 192.0.2.20 port 43210 [preauth]\n",
    },
    {
      format: "fail2ban",
      accused: ["192.0.2.20"],
      ports: [22],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:05:09Z"],
    },
  ],
  [
    "syslog of New Year's Eve, mailed in January",
    {
      from: "fail2ban@box.example",
      subject: "[Fail2Ban] postfix-sasl: banned 192.0.2.21 from box",
      date: "Thu, 01 Jan 2026 00:10:00 +0000",
      body: "Hi,\n\nThe IP 192.0.2.21 has just been banned by Fail2Ban after 5 attempts against postfix-sasl.\n\nLines containing failures of 192.0.2.21 (all times UTC)\nDec 31 23:59:50 box postfix/smtpd[77]: warning: unknown[192.0.2.21]: SASL LOGIN authentication failed: UGFzc3dvcmQ6\n",
    },
    { accused: ["192.0.2.21"], ports: [25], times: ["2025-12-31T23:59:50Z"] },
  ],
  [
    "German abuse script, summer time",
    {
      from: "Abuse <abuse@kmu.example>",
      subject: "Automatischer Missbrauchsbericht 192.0.2.22",
      date: "Wed, 15 Jul 2026 10:00:00 +0200",
      body: "Sehr geehrte Damen und Herren,\n\nvon der IP-Adresse 192.0.2.22 wurden Angriffe auf unseren Server 203.0.113.40 festgestellt.\n\nDienst: SSH\nZeitzone: MESZ\n\n2026-07-15 09:12:13 sshd[4]: Failed password for root from 192.0.2.22 port 1234 ssh2\n",
    },
    { accused: ["192.0.2.22"], ports: [22], times: ["2026-07-15T07:12:13Z"] },
  ],
  [
    "Apache access log, offset in the log",
    {
      from: "webmaster@shop.example",
      subject: "hacking attempts",
      body: 'Hello, your customer tries to break into our shop:\n\n192.0.2.23 - - [03/Feb/2026:05:05:06 +0100] "GET /wp-login.php HTTP/1.1" 404 196 "-" "Mozilla/5.0 (Windows NT 10.0) Chrome/91.0.4472.124"\n192.0.2.23 - - [03/Feb/2026:05:05:07 +0100] "POST /xmlrpc.php HTTP/1.1" 404 196 "-" "-"\n',
    },
    { accused: ["192.0.2.23"], ports: [], times: ["2026-02-03T04:05:06Z", "2026-02-03T04:05:07Z"] },
  ],
  [
    "nginx error log without any zone",
    {
      from: "admin@blog.example",
      subject: "Attack from 192.0.2.24",
      body: '2026/02/03 05:05:06 [error] 1201#0: *55 access forbidden by rule, client: 192.0.2.24, server: blog.example, request: "GET /.env HTTP/1.1", host: "blog.example"\n',
    },
    { accused: ["192.0.2.24"], times: [], ports: [] },
  ],
  [
    "iptables log with keys",
    {
      from: "noc@uni.example",
      subject: "Port scan",
      body: "All times are in UTC.\n\nFeb  3 04:05:06 fw kernel: DROP IN=eth0 OUT= SRC=192.0.2.25 DST=203.0.113.10 LEN=40 TTL=240 PROTO=TCP SPT=51234 DPT=23 WINDOW=1024 SYN\nFeb  3 04:05:08 fw kernel: DROP IN=eth0 OUT= SRC=192.0.2.25 DST=203.0.113.11 LEN=40 TTL=240 PROTO=TCP SPT=51234 DPT=23 WINDOW=1024 SYN\n",
    },
    {
      accused: ["192.0.2.25"],
      ports: [23],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:05:08Z"],
    },
  ],
  [
    "Cowrie honeypot as JSON lines",
    {
      from: "hp@trap.example",
      subject: "Honeypot login attempts",
      body: 'Our honeypot recorded the following:\n\n{"eventid":"cowrie.login.failed","username":"root","password":"1234","src_ip":"192.0.2.26","src_port":50112,"dst_ip":"203.0.113.12","dst_port":2222,"protocol":"ssh","timestamp":"2026-02-03T04:05:06.123456Z","session":"ab12"}\n{"eventid":"cowrie.login.failed","username":"root","password":"x","src_ip":"192.0.2.26","src_port":50113,"dst_ip":"203.0.113.12","dst_port":2222,"protocol":"ssh","timestamp":"2026-02-03T04:06:06.123456Z","session":"ab13"}\n',
    },
    {
      accused: ["192.0.2.26"],
      ports: [2222],
      times: ["2026-02-03T04:05:06.123Z", "2026-02-03T04:06:06.123Z"],
    },
  ],
  [
    "Suricata fast.log",
    {
      from: "ids@campus.example",
      subject: "IDS alert 192.0.2.27",
      body: "Times are GMT.\n\n02/03/2026-04:05:06.123456  [**] [1:2001219:20] ET SCAN Potential SSH Scan [**] [Classification: Attempted Information Leak] [Priority: 2] {TCP} 192.0.2.27:40112 -> 203.0.113.13:22\n",
    },
    {
      accused: ["192.0.2.27"],
      ports: [22],
      sourcePorts: [40112],
      times: ["2026-02-03T04:05:06.123Z"],
    },
  ],
  [
    "Wordfence-like alert in prose with a place for the clock",
    {
      from: "wordpress@club.example",
      subject: "[Wordfence Alert] club.example User locked out",
      body: 'This email was sent from your website "Club" by the Wordfence plugin at Tuesday 3rd of February 2026 at 05:05:06 AM\n\nA user with IP address 192.0.2.28 has been locked out from signing in.\nUser IP: 192.0.2.28\nUser hostname: 28.tor-exit.example\n',
    },
    { accused: ["192.0.2.28"], times: [] },
  ],
  [
    "Dutch prose with a numeric offset",
    {
      from: "beheer@school.example",
      subject: "Poortscan vanaf 192.0.2.29",
      body: "Beste,\n\nOp 3 februari 2026 om 05:05 (UTC+1) heeft 192.0.2.29 onze server 203.0.113.14 gescand op poort 445. Graag actie binnen 2 werkdagen.\n",
    },
    { accused: ["192.0.2.29"], ports: [445], times: ["2026-02-03T04:05:00Z"], hours: 48 },
  ],
  [
    "Spanish prose, attack on mail logins",
    {
      from: "soporte@empresa.example",
      subject: "Ataques desde su red",
      body: "Estimados señores:\n\nHemos detectado intentos de acceso no autorizado desde la dirección IP 192.0.2.30 a nuestro servidor 203.0.113.15, puerto 587, el 3 de febrero de 2026 a las 05:05:06 CET.\n\nRogamos respondan en un plazo de 48 horas.\n",
    },
    { accused: ["192.0.2.30"], ports: [587], times: ["2026-02-03T04:05:06Z"], hours: 48 },
  ],
  [
    "Japanese notice, JST",
    {
      from: "soc@kaisha.example",
      subject: "不正アクセスについて",
      body: "ご担当者様\n\n貴社ネットワークのIPアドレス 192.0.2.31 から当社サーバ 203.0.113.16 への不正アクセスを検知しました。\n\n日時: 2026年2月3日 13:05:06 JST\n宛先ポート: 22\n\n3営業日以内にご回答ください。\n",
    },
    { accused: ["192.0.2.31"], ports: [22], times: ["2026-02-03T04:05:06Z"], hours: 72 },
  ],
  [
    "Polish CERT with a pipe table",
    {
      from: "cert@cert.nation.example",
      subject: "[CERT #2026020300011] Zgłoszenie incydentu",
      body: "Szanowni Państwo,\n\nzgłaszamy ataki z Państwa sieci. Czas: UTC.\n\nasn | ip | timestamp | dst_port | type\n64500 | 192.0.2.32 | 2026-02-03 04:05:06 | 22 | bruteforce\n64500 | 192.0.2.33 | 2026-02-03 04:06:06 | 22 | bruteforce\n\nProsimy o odpowiedź w ciągu 3 dni.\n",
    },
    {
      accused: ["192.0.2.32", "192.0.2.33"],
      ports: [22],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:06:06Z"],
      hours: 72,
    },
  ],
  [
    "French CERT, semicolons, attached in base64, French heads",
    {
      from: "cert@cert-fr.example",
      subject: "Signalement 2026-0203-17",
      body: [
        {
          type: "text/plain",
          text: "Bonjour,\n\nveuillez trouver ci-joint la liste des machines compromises (heures en UTC).\n",
        },
        {
          type: "text/csv",
          name: "liste.csv",
          base64: true,
          text: "Date;Adresse IP source;Port source;Adresse IP destination;Port destination\r\n03/02/2026 04:05:06;192.0.2.34;50001;203.0.113.17;3389\r\n03/02/2026 04:07:06;192.0.2.34;50002;203.0.113.17;3389\r\n",
        },
      ],
    },
    {
      accused: ["192.0.2.34"],
      ports: [3389],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:07:06Z"],
    },
  ],
  [
    "Shadowserver, table inline",
    {
      from: "autoreports@shadowserver.org",
      subject: "[Shadowserver Reports] 2026-02-03 Your organisation: Sinkhole HTTP Events",
      body: [
        { type: "text/plain", text: "See the attached report." },
        {
          type: "application/octet-stream",
          name: "2026-02-03-sinkhole.csv",
          base64: true,
          text: '"timestamp","ip","port","asn","geo","tag","dst_ip","dst_port"\r\n"2026-02-03 04:05:06","192.0.2.35",51000,64500,"DE","bot","203.0.113.18",80\r\n',
        },
      ],
    },
    {
      format: "shadowserver",
      accused: ["192.0.2.35"],
      ports: [],
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "tab separated, date and clock apart, German heads",
    {
      from: "it@werk.example",
      subject: "Angriffe",
      body: "Guten Tag,\n\nfolgende Zugriffe (Zeiten in UTC):\n\nDatum\tUhrzeit\tQuell-IP\tZiel-IP\tZiel-Port\n03.02.2026\t04:05:06\t192.0.2.36\t203.0.113.19\t5900\n03.02.2026\t04:06:06\t192.0.2.36\t203.0.113.19\t5900\n",
    },
    {
      accused: ["192.0.2.36"],
      ports: [5900],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:06:06Z"],
    },
  ],
  [
    "an HTML table",
    {
      from: "security@saas.example",
      subject: "Credential stuffing",
      body: [
        {
          type: "text/html",
          text: "<p>Hello,</p><p>we saw credential stuffing from your network.</p><table><tr><th>Time (UTC)</th><th>Source IP</th><th>Destination IP</th><th>Destination Port</th></tr><tr><td>2026-02-03 04:05:06</td><td>192.0.2.37</td><td>203.0.113.20</td><td>443</td></tr><tr><td>2026-02-03 04:05:16</td><td>192.0.2.38</td><td>203.0.113.20</td><td>443</td></tr></table>",
        },
      ],
    },
    {
      accused: ["192.0.2.37", "192.0.2.38"],
      ports: [443],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:05:16Z"],
    },
  ],
  [
    "seconds since 1970 in a CSV",
    {
      from: "bot@feed.example",
      subject: "abuse feed",
      body: "epoch,src_ip,dst_port,proto\n1770091506,192.0.2.39,6667,tcp\n1770091566,192.0.2.39,6667,tcp\n",
    },
    {
      accused: ["192.0.2.39"],
      ports: [6667],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:06:06Z"],
    },
  ],
  [
    "defanged address, victim ranges and a resolver as noise",
    {
      from: "soc@bank.example",
      subject: "Malicious traffic",
      body: "Host 192[.]0[.]2[.]40 attacked our network 203.0.113.0/24 on TCP port 8443 at 2026-02-03T04:05:06+00:00 (resolver used: 198.51.100.53).\n",
    },
    { accused: ["192.0.2.40"], ports: [8443], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "tcpdump flood, IPv6",
    {
      from: "noc@game.example",
      subject: "DDoS from 2001:db8:9::40",
      body: "Timestamps are UTC.\n\n2026-02-03 04:05:06.111111 IP6 2001:db8:9::40.51000 > 2001:db8:1::1.80: Flags [S], seq 1, win 512, length 0\n2026-02-03 04:05:06.222222 IP6 2001:db8:9::40.51001 > 2001:db8:1::1.80: Flags [S], seq 1, win 512, length 0\n",
    },
    {
      accused: ["2001:db8:9::40"],
      ports: [80],
      times: ["2026-02-03T04:05:06.111Z", "2026-02-03T04:05:06.222Z"],
    },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
