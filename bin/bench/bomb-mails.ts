import { randomBytes } from "node:crypto";

/** Mails made to hurt who reads them, each within what the desk takes, by what they are. */
export function bombMails(): Map<string, Buffer> {
  return new Map(
    Object.entries({
      "25 MB attachment": () => multipart([part("text/plain", WORDS), attachment(18 * 2 ** 20)]),
      "10,000 parts": () =>
        multipart(Array.from({ length: 10_000 }, () => part("text/plain", "x"))),
      "2,000 multiparts one in the other": () => nested(2_000),
      "500 mails one in the other": () => forwarded(500),
      "100,000 header lines": () =>
        `${"X-Line: a value of a header line\r\n".repeat(100_000)}${mail("text/plain", WORDS)}`,
      "10 MB of log lines": () => mail("text/plain", logLines(10 * 2 ** 20)),
      "10 MB of open HTML tags": () => mail("text/html", "<div><table><tr><td>".repeat(500_000)),
      "one line of 20 MB": () => mail("text/plain", "x".repeat(20 * 2 ** 20)),
    }).map(([name, make]) => [name, Buffer.from(make())]),
  );
}

const WORDS = "192.0.2.7 tried to sign in to our server at 2026-02-04 10:00 UTC.\r\n";

function mail(type: string, body: string): string {
  const subject = `Login attempts from 192.0.2.7 ${randomBytes(4).toString("hex")}`;
  return `From: abuse@reporter.example\r\nTo: abuse@operator.example\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`;
}

function multipart(parts: readonly string[]): string {
  return mail(
    'multipart/mixed; boundary="b"',
    `${parts.map((one) => `--b\r\n${one}\r\n`).join("")}--b--\r\n`,
  );
}

function part(type: string, body: string): string {
  return `Content-Type: ${type}\r\n\r\n${body}`;
}

function attachment(bytes: number): string {
  const base64 = randomBytes(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
  return `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="a.bin"\r\n\r\n${base64}`;
}

function nested(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary="b${n + 1}"\r\n\r\n`,
  );
  return mail('multipart/mixed; boundary="b0"', `${open.join("")}${part("text/plain", WORDS)}`);
}

function forwarded(depth: number): string {
  return mail(
    "message/rfc822",
    `${"Subject: Fwd\r\nContent-Type: message/rfc822\r\n\r\n".repeat(depth)}${part("text/plain", WORDS)}`,
  );
}

function logLines(bytes: number): string {
  const lines: string[] = [];
  for (let n = 0, length = 0; length < bytes; n++) {
    const line = `2026-02-04T10:00:${String(n % 60).padStart(2, "0")}Z sshd[${n}]: Failed password for root from 192.0.2.${n % 250} port ${1024 + (n % 60_000)} ssh2\r\n`;
    lines.push(line);
    length += line.length;
  }
  return lines.join("");
}
