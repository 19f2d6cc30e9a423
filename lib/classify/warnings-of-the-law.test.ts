import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";

// People who are no police speak of police, courts and ministries all the time.
const MENTIONS: [subject: string, body: string][] = [
  [
    "Hack",
    "Someone at 192.0.2.7 hacked my Steam account. Please tell me who used this IP or I go to the police.",
  ],
  [
    "Legal action",
    "If the attacks on SSH from 192.0.2.7 do not stop, our lawyers will obtain a court order against you.",
  ],
  [
    "Abuse",
    "Unauthorised access is a crime under the Computer Misuse Act. Your IP 192.0.2.7 brute forced our SSH. We reserve the right to inform the police.",
  ],
  [
    "Angriff",
    "Der Angriff von 192.0.2.7 auf unseren Server ist nach § 202a StGB strafbar. Wir behalten uns eine Strafanzeige bei der Polizei vor. SSH Brute Force Log anbei.",
  ],
  [
    "Plainte",
    "Les tentatives de connexion depuis 192.0.2.7 sont une infraction pénale. Nous déposerons plainte auprès de la police.",
  ],
  [
    "Phishing",
    "The phishing site hxxps://x.example imitates the website of the police. Please take it down. IP 192.0.2.7",
  ],
  [
    "Scam",
    "Fraudsters pretend to be police officers at hxxps://x.example , hosted on 192.0.2.7. It is a scam.",
  ],
  [
    "[CERT] Report",
    "National CERT of Exampleland, operated under the Ministry of Communications, informs you about malware on 192.0.2.7.",
  ],
  [
    "DDoS on the court's website",
    "Our data centre hosts the website of the district court. It is under a DDoS attack from 192.0.2.7.",
  ],
  [
    "Attack on ministry of finance",
    "We are the SOC of the ministry of finance. 192.0.2.7 scans our ports.",
  ],
  [
    "Infringement",
    "Pursuant to the DMCA, 17 U.S.C. 512(h), we may request a subpoena to identify the infringer at 192.0.2.7. BitTorrent.",
  ],
  [
    "Preserve evidence",
    "Please preserve all logs of 192.0.2.7, we intend to sue for copyright infringement.",
  ],
  [
    "Trademark",
    "By judgment of the regional court our client owns the trademark; the shop hxxps://x.example infringes it.",
  ],
  [
    "Spam",
    "FBI scam mail received from 192.0.2.7: 'I am special agent John of the FBI, your fund is ready'. It is spam.",
  ],
  [
    "Fraud",
    "The bank asked the police; case number 123. The order at our shop came from 192.0.2.7 with a stolen card.",
  ],
  ["Harassment", "He harasses me from 192.0.2.7. The police says I must ask you to block him."],
];

test.each(MENTIONS)("talk of the law is not yet the law: %s", (subject, body) => {
  const found = classified({ subject, body });
  expect(found.type, found.reasons.join(" ")).not.toBe("law_enforcement");
  expect(found.isComplaint).toBe(true);
});
