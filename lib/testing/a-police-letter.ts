type Word = (part: string) => string;

/** A letter of a made-up police office, with a word of its own in each of its parts. */
export function aPoliceLetter(word: Word): Buffer {
  return inParts(word, {
    domain: "northshire-police.example",
    subject: "Request for subscriber information - Op ref",
    text: [
      `Northshire Police is investigating a criminal offence (${word("body")}). I request the details of`,
      "the customer who used the IP address 198.51.100.20 on 15 November 2026 at 20:14:00 UTC,",
      "and ask you to preserve all records that you hold until a formal production order has",
      "been served. Please do not tell the account holder about this request.",
      "",
      `${word("signature")}, Detective Constable, Cyber Crime Unit`,
    ],
  });
}

/** The same parts in a report of failed logins, which everybody may read. */
export function aServerLetter(word: Word): Buffer {
  return inParts(word, {
    domain: "shop.example",
    subject: "Failed SSH logins from 198.51.100.20",
    text: [
      `Our server (${word("body")}) saw 40 failed SSH logins from 198.51.100.20 on port 22`,
      "on 15 November 2026 between 20:14:00 and 20:20:00 UTC. Please stop them.",
      "",
      word("signature"),
    ],
  });
}

function inParts(
  word: Word,
  { domain, subject, text }: { domain: string; subject: string; text: string[] },
): Buffer {
  return Buffer.from(
    [
      `From: "${word("name")}" <${word("sender")}@${domain}>`,
      "To: abuse@relays.example",
      `Subject: ${subject} ${word("subject")}`,
      "Date: Thu, 19 Nov 2026 10:05:00 +0000",
      `Message-ID: <${word("messageid")}@${domain}>`,
      `References: <${word("thread")}-5@${domain}>`,
      `X-Office: ${word("header")}`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b1"',
      "",
      "--b1",
      "Content-Type: text/plain; charset=utf-8",
      "",
      ...text,
      "--b1",
      `Content-Type: text/plain; name="${word("filename")}.txt"`,
      `Content-Disposition: attachment; filename="${word("filename")}.txt"`,
      "",
      word("file"),
      "--b1",
      "Content-Type: text/html; charset=utf-16le",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(`<p>${word("wide")}</p>`, "utf16le").toString("base64"),
      "--b1--",
      "",
    ].join("\r\n"),
  );
}
