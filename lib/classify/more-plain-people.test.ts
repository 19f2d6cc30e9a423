import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// More of what people write who have no robot, several of them in languages of their own.
const SAID: [type: ComplaintType, subject: string, body: string][] = [
  [
    "other_not_complaint",
    "Cooperation",
    "Dear Sir, we are a leading manufacturer of LED lamps and would like to offer you our products.",
  ],
  [
    "other_not_complaint",
    "Your domain expires",
    "The domain operator.example expires on 3 March. Renew it in your account.",
  ],
  [
    "other_not_complaint",
    "Re: your report",
    "Hello, thanks, we have passed this on to our customer and closed the ticket.",
  ],
  [
    "autoresponse_bounce",
    "Re: abuse",
    "Dear sender, your email has reached the abuse desk. We process reports in the order they arrive. Please do not answer this mail.",
  ],
  [
    "autoresponse_bounce",
    "Message blocked",
    "The message was rejected by the recipient's server: 554 5.7.1 spam detected",
  ],
  [
    "law_enforcement",
    "URGENT: Hate crime investigation",
    "The Metropolitan Police Service requests that you preserve all data of the account behind 192.0.2.7 pending legal process.",
  ],
  [
    "law_enforcement",
    "Zeugenanhörung",
    "Sie werden als Zeuge in einem Strafverfahren geladen; es geht um den Server mit der IP 192.0.2.7.",
  ],
  [
    "law_enforcement",
    "Notification de retrait",
    "La plateforme PHAROS de la police judiciaire vous demande de retirer le contenu à caractère terroriste suivant : hxxps://x.example",
  ],
  [
    "law_enforcement",
    "IP lookup",
    "hello, this is agent Smith from homeland security investigations. who is using 192.0.2.7? please call me back",
  ],
  [
    "law_enforcement",
    "Требование",
    "Прокуратура города требует удалить противоправную информацию на странице hxxps://x.example",
  ],
  [
    "law_enforcement",
    "Blokkeringsbevel",
    "De officier van justitie beveelt u de website hxxps://x.example ontoegankelijk te maken.",
  ],
  [
    "law_enforcement",
    "国家网信办",
    "Cyberspace Administration of China: please delete the illegal information on your platform according to the Cybersecurity Law.",
  ],
  [
    "csam",
    "Signalement 2026-11",
    "Le point de contact a reçu un signalement de contenu pédopornographique sur hxxps://x.example",
  ],
  [
    "csam",
    "Report: minors",
    "We, a hotline, report sexual images of minors found on your service.",
  ],
  [
    "threats",
    "Belästigung",
    "Jemand mit Ihrer IP 192.0.2.7 belästigt meine Tochter und schickt ihr Nacktbilder.",
  ],
  [
    "threats",
    "Intimidatie",
    "Via 192.0.2.7 worden privéfoto's van mij verspreid zonder mijn toestemming.",
  ],
  [
    "threats",
    "Terror",
    "Our city hall got an e-mail that announces an attack with explosives, sent through your exit 192.0.2.7.",
  ],
  [
    "fraud",
    "Abuse: fraudulent advertisement",
    "A listing on our marketplace was posted from 192.0.2.7; buyers paid and got nothing.",
  ],
  ["fraud", "Arnaque", "J'ai été victime d'une arnaque, l'escroc utilise votre adresse 192.0.2.7."],
  [
    "fraud",
    "Ticket purchases with stolen cards",
    "We are an airline. 192.0.2.7 bought tickets with stolen card numbers.",
  ],
  [
    "fraud",
    "Fraudulent investment",
    "Group of fraudsters promise returns in crypto at hxxps://x.example which you host.",
  ],
  [
    "blocklist_notice",
    "UCEPROTECT-Network warning",
    "IP 192.0.2.7 was listed at Level 1. Removal is automatic after seven days.",
  ],
  [
    "blocklist_notice",
    "Your server is on a blacklist",
    "Monitoring alert: 192.0.2.7 appears on bl.example",
  ],
  ["blocklist_notice", "Reputation", "We blocked 192.0.2.7 on our RBL; ask for delisting here"],
  [
    "webattack",
    "Malicious bot",
    "Your IP 192.0.2.7 requests nonexistent PHP files every second: /shell.php /alfa.php",
  ],
  [
    "webattack",
    "Blocked by WAF",
    "Cloudflare WAF rule 942100 blocked 87 requests of 192.0.2.7 to our store.",
  ],
  ["webattack", "Ataque a nuestro sitio", "El IP 192.0.2.7 intentó inyección SQL en nuestra web."],
  ["webattack", "Attaques", "Votre machine 192.0.2.7 cherche des failles sur nos sites WordPress."],
  [
    "webattack",
    "Apache Struts",
    "Attempted exploitation of CVE-2017-5638 on our web server by 192.0.2.7",
  ],
  [
    "bruteforce",
    "SMTP AUTH",
    "postfix/smtps/smtpd[1]: warning: unknown[192.0.2.7]: SASL LOGIN authentication failed: UGFzc3dvcmQ6",
  ],
  [
    "bruteforce",
    "Hacker",
    "Someone at 192.0.2.7 is trying to get into my NAS, wrong password 500 times",
  ],
  [
    "bruteforce",
    "FTP",
    "192.0.2.7 versucht seit Tagen, sich per FTP mit verschiedenen Benutzernamen einzuloggen",
  ],
  [
    "bruteforce",
    "wp-login",
    '192.0.2.7 - - [03/Feb/2026:04:05:06 +0000] "POST /wp-login.php HTTP/1.1" 200 — thousands of login attempts, brute force on our blog',
  ],
  [
    "portscan",
    "Scan",
    "Nous avons constaté que 192.0.2.7 scanne notre plage d'adresses (ports 22, 3389).",
  ],
  ["portscan", "Security alert", "Snort: (portscan) TCP Portsweep 192.0.2.7"],
  [
    "portscan",
    "Abuse",
    "deny tcp 192.0.2.7(4711) -> 203.0.113.1(445)\ndeny tcp 192.0.2.7(4712) -> 203.0.113.2(445)\ndeny tcp 192.0.2.7(4713) -> 203.0.113.3(445)",
  ],
  [
    "ddos",
    "Layer 7 attack",
    "192.0.2.7 was among 900 hosts that hit our login page with 2 million requests today.",
  ],
  [
    "ddos",
    "NTP",
    "192.0.2.7 answers monlist queries and was abused for NTP reflection against us.",
  ],
  [
    "spam_email",
    "Phishing mail from your server",
    "Received: from relay (192.0.2.7)\nby mx.example\nSubject: your parcel\nplease confirm",
  ],
  ["spam_email", "mail abuse", "your user at 192.0.2.7 is a spammer, see the headers below"],
  [
    "spam_email",
    "Ungewollte Werbung",
    "Ich bekomme ständig Werbung per Mail von 192.0.2.7, ich habe dem nie zugestimmt.",
  ],
  [
    "phishing_malware",
    "Gozi loader",
    "192.0.2.7 hosts the payload of a banking trojan. SHA256 below.",
  ],
  [
    "phishing_malware",
    "SSL VPN vulnerability on 192.0.2.7",
    "The appliance has not been patched against a critical flaw; attackers can take it over.",
  ],
  [
    "phishing_malware",
    "Fake login page",
    "hxxps://x.example on your server copies our web mail login to harvest credentials.",
  ],
  [
    "copyright",
    "DMCA",
    "We are writing on behalf of the publisher; the book is offered on hxxps://x.example without permission.",
  ],
];

test.each(SAID)("%s: %s", (type, subject, body) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
