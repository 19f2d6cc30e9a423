import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";
import { isSure } from "./confidence.ts";

type Case = [type: ComplaintType, subject: string, body: string];

const LOGINS: Case[] = [
  [
    "bruteforce",
    "SSH attack from 192.0.2.7",
    "Your host tried 4012 passwords for root on our server within one hour. Please stop it.",
  ],
  [
    "bruteforce",
    "Abuse from 192.0.2.7",
    "Log of sshd on our machine:\nFeb  3 04:05:06 gw sshd[812]: Failed password for root from 192.0.2.7 port 40022 ssh2\nFeb  3 04:05:09 gw sshd[812]: Invalid user admin from 192.0.2.7",
  ],
  [
    "bruteforce",
    "[Fail2Ban] sshd: banned 192.0.2.7",
    "Hi, the IP 192.0.2.7 has just been banned by Fail2Ban after 5 attempts against sshd.",
  ],
  [
    "bruteforce",
    "Mail login attempts",
    "Dear abuse team, 192.0.2.7 from your network is guessing passwords of our IMAP users:\ndovecot: imap-login: Aborted login (auth failed, 3 attempts in 10 secs)",
  ],
  [
    "bruteforce",
    "Angriff auf unseren Server",
    "Sehr geehrte Damen und Herren, von Ihrer IP 192.0.2.7 gab es 300 Anmeldeversuche mit falschem Passwort auf unserem Mailserver. Bitte unterbinden Sie das.",
  ],
  [
    "bruteforce",
    "Tentatives de connexion depuis 192.0.2.7",
    "Bonjour, nous avons constaté de nombreuses tentatives de connexion SSH depuis votre adresse 192.0.2.7. Merci de faire le nécessaire.",
  ],
  [
    "bruteforce",
    "Inlogpogingen",
    "Geachte heer, mevrouw, vanaf uw adres 192.0.2.7 zien wij honderden mislukte inlogpogingen op onze SSH-server.",
  ],
  [
    "bruteforce",
    "Ataque de fuerza bruta",
    "Estimados: hemos detectado intentos de acceso por fuerza bruta contra nuestro servidor desde su IP 192.0.2.7.",
  ],
  [
    "bruteforce",
    "Tentativi di accesso",
    "Gentili signori, abbiamo rilevato tentativi di accesso non autorizzati con forza bruta dal vostro indirizzo 192.0.2.7.",
  ],
  [
    "bruteforce",
    "Tentativas de login",
    "Prezados, detectamos tentativas de login no SSH a partir do endereço 192.0.2.7 da sua rede.",
  ],
  [
    "bruteforce",
    "Жалоба на 192.0.2.7",
    "Здравствуйте, с вашего адреса 192.0.2.7 идёт подбор паролей к нашему серверу. Просим принять меры.",
  ],
  [
    "bruteforce",
    "Próby logowania z 192.0.2.7",
    "Szanowni Państwo, wykryliśmy próby logowania z adresu 192.0.2.7 do naszego serwera SSH.",
  ],
  [
    "bruteforce",
    "Credential stuffing",
    "We have identified hosts on your network that test stolen passwords against our customers' accounts (credential stuffing): 192.0.2.7",
  ],
  [
    "bruteforce",
    "Attack on SIP server",
    "The asterisk of our customer blocked 192.0.2.7: Registration from '100 <sip:100@203.0.113.9>' failed for '192.0.2.7' - Wrong password",
  ],
];

const SCANS: Case[] = [
  [
    "portscan",
    "Port scan from 192.0.2.7",
    "We detected a port scan coming from your address 192.0.2.7. Please take appropriate action.",
  ],
  [
    "portscan",
    "Netscan detected",
    "# Netscan detected from host 192.0.2.7 #\n04:05:06 TCP 192.0.2.7 40000 => 203.0.113.1 22\n04:05:06 TCP 192.0.2.7 40001 => 203.0.113.2 22",
  ],
  [
    "portscan",
    "Firewall alert",
    "Our firewall dropped packets from your network:\nkernel: IN=eth0 OUT= SRC=192.0.2.7 DST=203.0.113.9 PROTO=TCP SPT=4711 DPT=3389 SYN",
  ],
  [
    "portscan",
    "Portscan von 192.0.2.7",
    "Sehr geehrte Damen und Herren, von 192.0.2.7 wurde unser Netz gescannt (Portscan auf 203.0.113.0/24).",
  ],
  [
    "portscan",
    "Balayage de ports",
    "Madame, Monsieur, un balayage de ports a été lancé depuis votre adresse 192.0.2.7 contre notre réseau.",
  ],
  [
    "portscan",
    "Escaneo de puertos",
    "Hemos detectado un escaneo de puertos desde su dirección 192.0.2.7.",
  ],
  ["portscan", "Poortscan", "Vanaf uw IP 192.0.2.7 is een poortscan uitgevoerd op onze systemen."],
  [
    "portscan",
    "Varredura de portas",
    "Detectamos uma varredura de portas da sua rede, IP 192.0.2.7.",
  ],
  [
    "portscan",
    "Сканирование портов",
    "С вашего IP 192.0.2.7 ведётся сканирование портов нашей сети.",
  ],
  ["portscan", "Skanowanie portów", "Wykryliśmy skanowanie portów z adresu 192.0.2.7."],
  [
    "portscan",
    "Reconnaissance from your range",
    "We are seeing reconnaissance traffic of 192.0.2.7, which belongs to your organisation, probing our hosts with ZMap.",
  ],
];

const FLOODS: Case[] = [
  [
    "ddos",
    "DDoS from your network",
    "One of your servers, 192.0.2.7, takes part in a DDoS against our customer. Rate: 2 Gbps.",
  ],
  [
    "ddos",
    "Attack on 203.0.113.9",
    "We see a SYN flood of 400 kpps from 192.0.2.7. Please stop this traffic at once.",
  ],
  [
    "ddos",
    "Excessive requests",
    "192.0.2.7 sends an excessive number of requests per second to our API; this amounts to a denial of service.",
  ],
  [
    "ddos",
    "Überlastungsangriff",
    "Sehr geehrte Damen und Herren, von Ihrer IP 192.0.2.7 geht ein DDoS-Angriff auf unseren Kunden aus.",
  ],
  [
    "ddos",
    "Attaque par déni de service",
    "Nous avons constaté une attaque par déni de service depuis votre adresse 192.0.2.7.",
  ],
  [
    "ddos",
    "Ataque DDoS",
    "Hemos detectado un ataque de denegación de servicio desde su IP 192.0.2.7.",
  ],
  [
    "ddos",
    "Open resolver used for an attack: 192.0.2.7",
    "Your open DNS resolver took part in an attack against a customer of ours with large UDP responses to spoofed queries.",
  ],
  [
    "ddos",
    "Aggressive scraping",
    "A bot at 192.0.2.7 in your network is scraping our shop with too many connections; the site is down because of it.",
  ],
];

const WEB: Case[] = [
  [
    "webattack",
    "SQL injection from 192.0.2.7",
    'Your host attacks our web application:\n192.0.2.7 - - [03/Feb/2026:04:05:06 +0000] "GET /shop.php?id=1%27%20UNION%20SELECT HTTP/1.1" 403 12',
  ],
  [
    "webattack",
    "Hack attempt on our website",
    "Someone at your IP 192.0.2.7 tries to exploit our WordPress: POST /xmlrpc.php and /wp-admin/.",
  ],
  [
    "webattack",
    "Angriff auf unsere Webseite",
    "Von Ihrer IP 192.0.2.7 wird versucht, unsere Webseite zu hacken (Hackversuch, SQL-Injection), siehe Log.",
  ],
  [
    "webattack",
    "Web exploitation",
    "We have detected a vulnerability scan and exploit attempts against our web server from 192.0.2.7 in your network (Log4j).",
  ],
  [
    "webattack",
    "Abuse",
    '192.0.2.7 - - [03/Feb/2026:04:05:06 +0000] "GET /.env HTTP/1.1" 404 0\n192.0.2.7 - - [03/Feb/2026:04:05:07 +0000] "GET /.git/config HTTP/1.1" 404 0\nPlease stop your customer.',
  ],
  [
    "webattack",
    "Attaque web",
    "Nous avons détecté des tentatives de piratage de notre site web (injection SQL) depuis votre IP 192.0.2.7.",
  ],
  [
    "webattack",
    "Взлом сайта",
    "С вашего IP 192.0.2.7 идут попытки взлома нашего сайта: GET /wp-admin/setup.php",
  ],
];

test.each([...LOGINS, ...SCANS, ...FLOODS, ...WEB])("%s: %s", (type, subject, body) => {
  const found = classified({ subject, body });
  expect(found.type, found.reasons.join(" ")).toBe(type);
  expect(found.isComplaint).toBe(true);
});

test("content comes before the label: a login log called spam is about logins", () => {
  const body =
    "Feb  3 04:05:06 gw sshd[812]: Failed password for root from 192.0.2.7 port 40022 ssh2\nThis is a brute force attack on SSH from your IP.";
  const found = classified({ subject: "Abuse", body, complaint: { claimedType: "Spam" } });
  expect(found.type).toBe("bruteforce");
});

test.each<[string, ComplaintType]>([
  ["login-attack", "bruteforce"],
  ["LoginAttack", "bruteforce"],
  ["port_scan", "portscan"],
  ["web-attack", "webattack"],
  ["ddos", "ddos"],
  ["phishing", "phishing_malware"],
  ["copyright", "copyright"],
  ["regbot", "spam_web"],
  ["spam", "spam_email"],
  ["blocklist", "blocklist_notice"],
  ["child_abuse", "csam"],
  ["fraud", "fraud"],
])("where nothing else speaks, the label %s decides", (claimedType, type) => {
  const complaint = { claimedType, format: "xarf4" } as const;
  expect(classified({ subject: "Report", body: "Report attached.", complaint }).type).toBe(type);
});

test.each<[number, ComplaintType]>([
  [22, "bruteforce"],
  [25, "spam_email"],
  [6667, "irc"],
  [443, "webattack"],
])("a complaint without a kind is guessed from port %i, and says so", (port, type) => {
  const complaint = { destinationPorts: [{ value: port, span: null }] };
  const body = "We have observed abuse from your network. Please take action.";
  const found = classified({ subject: "Abuse report", body, complaint });
  expect(found.type).toBe(type);
  expect(isSure(found.confidence)).toBe(false);
});
