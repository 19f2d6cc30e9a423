import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Reports of attacks in few words or a single log line, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "phishing_malware",
    "Schadcode auf Ihrem Server",
    "Unter http://192.0.2.7/update.exe liegt ein Trojaner.",
    "cert@de.example",
  ],
  [
    "phishing_malware",
    "Exposed database",
    "A MongoDB without password answers on 192.0.2.7:27017.",
    "scan@cert.example",
  ],
  [
    "phishing_malware",
    "Sito di phishing",
    "La pagina http://192.0.2.7/posta imita il sito delle poste.",
    "cert@it.example",
  ],
  [
    "bruteforce",
    "ALERT lfd",
    "lfd: blocked 192.0.2.7 for 10 failed POP3 logins in the last 300 secs",
    "root@cp.example",
  ],
  [
    "portscan",
    "Reconnaissance",
    "Port enumeration of 198.51.100.0/28 by 192.0.2.7 on Saturday.",
    "soc@bank.example",
  ],
  [
    "webattack",
    "Joomla",
    '192.0.2.7 - - [03/Jan/2026:03:04:05 +0100] "GET /index.php?option=com_jce&task=plugin HTTP/1.1" 403 0',
    "a@b.example",
  ],
  [
    "webattack",
    "Attacco al sito",
    "Dall'IP 192.0.2.7 hanno tentato di sfruttare una falla del nostro sito.",
    "web@it.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
