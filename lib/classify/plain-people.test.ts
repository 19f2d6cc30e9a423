import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// What people write who have no robot: short, without a log, each in words of his own.
const SAID: [type: ComplaintType, subject: string, body: string][] = [
  [
    "law_enforcement",
    "Request for information - Case 2026/113",
    "To whom it may concern, our unit investigates a case of computer fraud. On 3 Feb the IP 192.0.2.7 was used by the perpetrator. We kindly ask you to send us the identity of the user. Sgt. M. Novak, Cybercrime Department, Police of the Republic",
  ],
  [
    "law_enforcement",
    "Court request",
    "Dear Sir, the district court in Berlin has opened proceedings against unknown. You are obliged to hand out all log files of 192.0.2.7 within 7 days. Office of the court",
  ],
  [
    "law_enforcement",
    "Takedown of illegal content",
    "This is the National Cyber Crime Unit. The content at hxxp://x.example is terrorist propaganda under Regulation 2021/784. You are ordered to remove it within one hour.",
  ],
  [
    "law_enforcement",
    "Notice under Section 79(3)(b)",
    "Ministry of Home Affairs, Government of India. In exercise of the powers conferred by the Information Technology Act you are directed to disable access to the below URLs.",
  ],
  [
    "law_enforcement",
    "blocking of access",
    "We, the Supervision of Gambling Commission under the Ministry of Finance, inform that the site is illegal under the Gaming Law; hosting providers must remove access.",
  ],
  [
    "law_enforcement",
    "Emergency disclosure request",
    "A person is in imminent danger of death. We ask under exigent circumstances for the subscriber of 192.0.2.7. Officer Lee, Sheriff's Office",
  ],
  [
    "law_enforcement",
    "Rechtshilfe",
    "Das Landeskriminalamt bittet um Sicherung der Daten zum Server 192.0.2.7.",
  ],
  ["threats", "Help", "A man using 192.0.2.7 writes me that he will find me and hurt my children."],
  [
    "threats",
    "Stalking",
    "My ex uses this IP (192.0.2.7) to log in to my mail and he sends threatening messages to my family.",
  ],
  [
    "threats",
    "Remove my pictures",
    "My private photos were posted on a page on your server without my consent. URL hxxps://x.example/",
  ],
  [
    "threats",
    "Defamation",
    "The page hxxps://x.example hosted by you contains defamatory statements on our director; remove it.",
  ],
  [
    "fraud",
    "Scam website hosted by you",
    "The website hxxps://x.example pretends to be a lawyer and asks for advance payments.",
  ],
  [
    "fraud",
    "Unauthorised order",
    "We are an online shop. The order 4711 was placed from 192.0.2.7 using somebody else's PayPal account.",
  ],
  [
    "fraud",
    "Fake pharmacy",
    "Your customer operates a rogue pharmacy that sells counterfeit medicine at hxxps://x.example (192.0.2.7).",
  ],
  [
    "fraud",
    "My bank account",
    "Somebody from 192.0.2.7 logged in to my bank account and took 900 euros.",
  ],
  [
    "csam",
    "INHOPE report",
    "We received a report on a web page with images of sexually abused minors hosted at 192.0.2.7. Please take it offline.",
  ],
  ["csam", "Illegal content", "The forum on 192.0.2.7 trades child porn."],
  [
    "blocklist_notice",
    "Your IP has a poor reputation",
    "Our monitoring found 192.0.2.7 on 3 blacklists: zen.example, bl.example, dnsbl.example.",
  ],
  [
    "blocklist_notice",
    "New listing: 192.0.2.7",
    "This network has been listed because of spam. See the lookup page for removal instructions. The RBL team",
  ],
  [
    "blocklist_notice",
    "IP banned from game network",
    "The address 192.0.2.7 was banned from our gaming platform because of abuse; users behind it can no longer connect.",
  ],
  [
    "webattack",
    "Suspicious requests",
    "Your machine 192.0.2.7 requested /wp-config.php.bak, /phpmyadmin/ and 300 other files which do not exist on my site.",
  ],
  [
    "webattack",
    "Vulnerability scanner",
    "Host 192.0.2.7 is running Nikto against our web servers.",
  ],
  [
    "webattack",
    "Hacking attempt",
    "We registered an attempt to upload a shell to our Joomla from 192.0.2.7",
  ],
  [
    "bruteforce",
    "Unauthorized access",
    "192.0.2.7 attempted to connect as root, admin and test 500 times to our SSH daemon.",
  ],
  [
    "bruteforce",
    "Honeypot report",
    "Our telnet honeypot logged sessions from 192.0.2.7, usernames tried: root/xc3511",
  ],
  [
    "bruteforce",
    "RDP attack",
    "Event 4625: an account failed to log on. Source network address 192.0.2.7. 1200 times today.",
  ],
  [
    "bruteforce",
    "Account lockouts",
    "Users of our Office 365 tenant are locked out since 192.0.2.7 is spraying passwords.",
  ],
  [
    "portscan",
    "Unwanted traffic",
    "Our IDS saw 192.0.2.7 connecting to ports 21,22,23,80,443,8080 of all addresses in 203.0.113.0/24.",
  ],
  ["portscan", "IDS alert ET SCAN", "ET SCAN Suspicious inbound to MSSQL port 1433 from 192.0.2.7"],
  [
    "ddos",
    "Attack traffic",
    "192.0.2.7 participates in a botnet flooding our game server with UDP packets.",
  ],
  [
    "ddos",
    "Too much traffic",
    "Your crawler at 192.0.2.7 opens 4000 connections per minute and makes our wiki unusable.",
  ],
  [
    "spam_email",
    "Abuse",
    "I keep getting emails I never signed up for from this server 192.0.2.7. Make it stop!",
  ],
  ["spam_email", "Spamtrap hit", "192.0.2.7 delivered mail to an address that never existed."],
  [
    "spam_email",
    "Newsletter without consent",
    "Ihr Kunde schickt mir ohne Einwilligung Werbemails von 192.0.2.7",
  ],
  [
    "spam_web",
    "Fake accounts",
    "192.0.2.7 creates hundreds of accounts on our message board and posts links to casinos.",
  ],
  ["spam_web", "Guestbook", "Advertising entries in my guestbook come from 192.0.2.7 every day"],
  [
    "irc",
    "Ban on our network",
    "Your IP was banned from irc.example.org because someone evaded bans and flooded #help.",
  ],
  [
    "phishing_malware",
    "Compromised host",
    "192.0.2.7 is infected with a virus and contacts a botnet controller.",
  ],
  [
    "phishing_malware",
    "Website defaced",
    "Our scanner found a web page on 192.0.2.7 that imitates our login page to steal passwords.",
  ],
  [
    "phishing_malware",
    "Exposed database",
    "An unprotected MongoDB is reachable on 192.0.2.7:27017.",
  ],
  [
    "copyright",
    "Takedown request",
    "Please remove our software, which is offered for download without licence at hxxps://x.example; we are the rights holder.",
  ],
  [
    "copyright",
    "Torrent",
    "your subscriber shared the movie 'Blue Larch' (hash abc) from 192.0.2.7",
  ],
  [
    "copyright",
    "Trademark",
    "The domain x.example on your server infringes our registered trademark.",
  ],
  [
    "block_request",
    "Tor",
    "we run a small forum and tor users keep vandalising it. what do I have to put in my firewall to keep them out?",
  ],
  [
    "other_not_complaint",
    "Question about your relay",
    "Hi, I like your relay. Which hoster do you use and how much bandwidth does it need?",
  ],
];

test.each(SAID)("%s: %s", (type, subject, body) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
