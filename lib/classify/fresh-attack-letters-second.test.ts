import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Reports of attacks in few words or a single log line, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "webattack",
    "Hackerangriff auf unsere Website",
    "Von 192.0.2.7 wurde versucht, über das Kontaktformular Schadcode einzuschleusen (XSS).",
    "web@verein.example",
  ],
  [
    "webattack",
    "Tentative d'intrusion",
    "Une injection SQL a été lancée depuis 192.0.2.7 contre notre boutique.",
    "sec@fr.example",
  ],
  [
    "webattack",
    "xmlrpc",
    '192.0.2.7 - - [03/Jan/2026:04:05:06 +0000] "GET /wp-content/plugins/revslider/temp/update_extract/x.php HTTP/1.1" 404 9',
    "a@b.example",
  ],
  [
    "phishing_malware",
    "C2",
    "Sinkhole: 192.0.2.7 contacted a Mirai controller on 2026-01-03T04:05:06Z",
    "feed@sinkhole.example",
  ],
  [
    "phishing_malware",
    "Malware distribution",
    "http://192.0.2.7/bins/arm7 drops a trojan. SHA256 aabbcc",
    "abuse@urlsink.example",
  ],
  [
    "phishing_malware",
    "Infizierter Rechner",
    "Unter 192.0.2.7 ist ein Rechner mit dem Schadprogramm Qakbot befallen.",
    "reports@cert.example",
  ],
  [
    "phishing_malware",
    "Open resolver",
    "Your server 192.0.2.7 runs an open DNS resolver that could be misused.",
    "info@cert.example",
  ],
  [
    "phishing_malware",
    "Hameçonnage",
    "Une fausse page de notre banque est hébergée sur 192.0.2.7.",
    "cert@banque.example",
  ],
  [
    "phishing_malware",
    "Compromised host",
    "We believe 192.0.2.7 is infected: it beacons to known ransomware infrastructure every 60 s.",
    "soc@corp.example",
  ],
  [
    "phishing_malware",
    "Vulnerable Exchange server",
    "Host 192.0.2.7 runs an unpatched version and can be taken over.",
    "ncsc@gov.example",
  ],
  [
    "bruteforce",
    "ftp",
    "proftpd[88]: 198.51.100.9 (192.0.2.7[192.0.2.7]) - USER admin: no such user found",
    "root@files.example",
  ],
  [
    "bruteforce",
    "Hundreds of failed logins",
    "Please look at your host 192.0.2.7, it hammers our Outlook Web Access with bad passwords.",
    "it@school.example",
  ],
  [
    "bruteforce",
    "Zugriffsversuche",
    "Seit heute früh wird von 192.0.2.7 versucht, sich als root an unserem Server anzumelden.",
    "admin@kanzlei.example",
  ],
  [
    "bruteforce",
    "auth.log",
    "Jan 3 01:02:03 gw sshd[7]: error: maximum authentication attempts exceeded for root from 192.0.2.7",
    "a@gw.example",
  ],
  [
    "bruteforce",
    "Telnet",
    "Our router logged 80 attempts at admin/admin on telnet from 192.0.2.7",
    "home@user.example",
  ],
  [
    "portscan",
    "probe",
    "Your 192.0.2.7 knocked on all our ports between 1 and 1024.",
    "sys@lab.example",
  ],
  [
    "portscan",
    "Firewall log",
    "Jan 3 2026 01:02:03: %ASA-4-106023: Deny tcp src outside:192.0.2.7/4444 dst inside:198.51.100.4/445",
    "fw@firm.example",
  ],
  [
    "portscan",
    "Netwerkscan",
    "Vanaf 192.0.2.7 worden onze systemen afgetast op open poorten.",
    "noc@nl.example",
  ],
  [
    "portscan",
    "Honeypot contact",
    "192.0.2.7 touched 31 of our honeypots on TCP 8291 within an hour, no payload.",
    "hp@research.example",
  ],
  [
    "ddos",
    "Attack on our game server",
    "We get a UDP flood with 2M packets a second, part of it from 192.0.2.7.",
    "noc@games.example",
  ],
  [
    "ddos",
    "Slowloris",
    "192.0.2.7 keeps thousands of half-open HTTP connections and starves our Apache.",
    "web@news.example",
  ],
  [
    "ddos",
    "Überlastung",
    "Von 192.0.2.7 kommen so viele Anfragen, dass unser Dienst nicht mehr erreichbar ist.",
    "it@stadt.example",
  ],
  [
    "ddos",
    "Outbound attack",
    "Netflow: src 192.0.2.7 dst 198.51.100.77 proto UDP 3.1 Gbps 290 kpps",
    "flow@transit.example",
  ],
  [
    "webattack",
    "wordpress",
    "someone at 192.0.2.7 tries every known plugin hole on our wordpress site",
    "me@bakery.example",
  ],
  [
    "webattack",
    "Angriff Webserver",
    "GET /index.php?page=../../../../etc/passwd von 192.0.2.7",
    "web@uni.example",
  ],
  [
    "webattack",
    "Struts exploit",
    "Content-Type: %{(#_='multipart/form-data')...} sent by 192.0.2.7 to /struts2-showcase",
    "soc@airline.example",
  ],
  ["webattack", "XSS", "192.0.2.7 put <script> into our search field", "dev@startup.example"],
  [
    "webattack",
    "Web shell probing",
    "192.0.2.7 asked for /shell.php, /c99.php, /wso.php on 12 of our domains",
    "noc@webhost.example",
  ],
  [
    "phishing_malware",
    "Fake PayPal page",
    "http://192.0.2.7/paypal/ asks visitors for their passwords",
    "me@user.example",
  ],
  [
    "phishing_malware",
    "Botnet",
    "192.0.2.7 is part of a botnet, it talks to 203.0.113.44:8443",
    "intel@sec.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
