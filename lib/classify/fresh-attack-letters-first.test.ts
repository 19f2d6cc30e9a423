import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Reports of attacks in few words or a single log line, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "bruteforce",
    "Attack from 192.0.2.7",
    "Jan  3 04:05:06 mx1 postfix/smtpd[991]: warning: unknown[192.0.2.7]: SASL LOGIN authentication failed: UGFzc3dvcmQ6",
    "root@mx1.example",
  ],
  [
    "bruteforce",
    "abuse report",
    "192.0.2.7 tried to get into our RDP server 3389 with 400 user names last night.",
    "it@office.example",
  ],
  [
    "bruteforce",
    "SIP registration attempts",
    "NOTICE[1201]: chan_sip.c: Registration from '\"100\" <sip:100@198.51.100.9>' failed for '192.0.2.7:5071' - Wrong password",
    "noc@voip.example",
  ],
  [
    "bruteforce",
    "Force brute",
    "Nous constatons de nombreuses tentatives de connexion échouées sur notre serveur depuis 192.0.2.7.",
    "admin@fr.example",
  ],
  [
    "bruteforce",
    "Próby logowania",
    "Z adresu 192.0.2.7 ktoś próbuje zgadnąć hasła do naszej poczty.",
    "admin@pl.example",
  ],
  [
    "bruteforce",
    "IMAP",
    "dovecot: imap-login: Disconnected (auth failed, 3 attempts in 12 secs): user=<info>, method=PLAIN, rip=192.0.2.7",
    "post@mail.example",
  ],
  [
    "bruteforce",
    "Honeypot report",
    "Our Cowrie sensor saw 192.0.2.7 log in as root with password 123456 on port 22, 214 times.",
    "sensor@honeynet.example",
  ],
  [
    "bruteforce",
    "Credential stuffing",
    "From 192.0.2.7 we saw 12000 username/password combinations being tested against our customer portal.",
    "soc@shop.example",
  ],
  [
    "portscan",
    "Unsolicited probes",
    "198.51.100.9 received packets from 192.0.2.7 to tcp ports 21, 22, 23, 80, 443, 3389, 5900.",
    "noc@isp.example",
  ],
  [
    "portscan",
    "fw log",
    "kernel: DROP IN=eth0 SRC=192.0.2.7 DST=198.51.100.4 PROTO=TCP SPT=4455 DPT=445 SYN",
    "fw@office.example",
  ],
  [
    "portscan",
    "Scanning activity",
    "Hello, one of your machines is sweeping our /24 for open databases on 5432.",
    "admin@uni.example",
  ],
  [
    "portscan",
    "Sondage de ports",
    "Votre machine 192.0.2.7 balaye notre réseau.",
    "rssi@mairie.example",
  ],
  [
    "portscan",
    "Portscan von 192.0.2.7",
    "Unser IDS hat einen Scan erkannt: 300 Ports in 20 Sekunden.",
    "ids@firma.example",
  ],
  [
    "portscan",
    "Escaneo de puertos",
    "Detectamos un escaneo desde 192.0.2.7 hacia nuestra red.",
    "csirt@es.example",
  ],
  [
    "portscan",
    "IDS alert",
    "ET SCAN Potential SSH Scan OUTBOUND  192.0.2.7 -> 198.51.100.9:22",
    "ids@corp.example",
  ],
  [
    "portscan",
    "Suspicious connection attempts to unused addresses",
    "Our network telescope got TCP SYNs from 192.0.2.7 to 2,048 dark addresses on port 23.",
    "telescope@research.example",
  ],
  [
    "ddos",
    "Flood",
    "Since 14:00 we receive 4 Gbit/s of UDP from your address 192.0.2.7, our line is saturated.",
    "noc@game.example",
  ],
  [
    "ddos",
    "L7 attack",
    "192.0.2.7 sends 900 requests per second to our shop, the server is down.",
    "ops@shop.example",
  ],
  [
    "ddos",
    "Amplification",
    "Your host 192.0.2.7 answers NTP monlist queries and took part in an attack on 198.51.100.9.",
    "noc@cert.example",
  ],
  [
    "ddos",
    "Attaque par déni de service",
    "Notre serveur est saturé par du trafic venant de 192.0.2.7.",
    "noc@fr.example",
  ],
  [
    "ddos",
    "Excessive connections",
    "You hold 20,000 open connections to our web server, please stop, other visitors cannot reach us.",
    "web@museum.example",
  ],
  [
    "ddos",
    "DDoS-Angriff",
    "Von 192.0.2.7 kommt eine SYN-Flut mit 200.000 Paketen pro Sekunde.",
    "noc@de.example",
  ],
  [
    "ddos",
    "Crawler overload",
    "Your bot at 192.0.2.7 downloads our whole catalogue, 50 pages a second, and brings the library site to its knees.",
    "web@library.example",
  ],
  [
    "ddos",
    "Botnet participation",
    "The listed IP took part in a distributed attack against our customer. pps: 120000 proto: 17 bytes: 1400",
    "ddos@carrier.example",
  ],
  [
    "webattack",
    "SQL",
    '192.0.2.7 - - [03/Jan/2026:04:05:06 +0000] "GET /item.php?id=1%27%20UNION%20SELECT%201,2,3--%20 HTTP/1.1" 403 12',
    "web@shop.example",
  ],
  [
    "webattack",
    "WAF alert",
    'ModSecurity: Access denied with code 403. [id "942100"] [client 192.0.2.7] [uri "/index.php"]',
    "waf@host.example",
  ],
  [
    "webattack",
    "Hacking",
    "Someone from your IP uploaded a shell to our CMS and defaced the front page.",
    "owner@club.example",
  ],
  [
    "webattack",
    "Vulnerability scanner",
    "192.0.2.7 requested /.env, /.git/config, /phpmyadmin/ and 300 others. 404 all.",
    "me@dev.example",
  ],
  [
    "webattack",
    "Path traversal",
    "GET /cgi-bin/.%2e/.%2e/.%2e/etc/passwd from 192.0.2.7 at 2026-01-03 04:05 UTC",
    "soc@bank.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
