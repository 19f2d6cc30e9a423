import { readComplaint } from "../complaints/read-complaint.ts";
import { parseMessage } from "../mail/parse-message.ts";
import { toIso } from "../time/instant.ts";

/** One part of a mail as a test writes it; `base64` encodes the text, `name` makes it an attachment. */
export type PartText = { type: string; name?: string; base64?: boolean; text: string };

/** What a test sends: Date is 2026-02-04 12:00 UTC (a Wednesday) unless given, the body plain text or parts. */
export type MailText = {
  from: string;
  subject: string;
  to?: string;
  date?: string;
  headers?: string[];
  /** Type of the multipart when `body` is a list of parts. */
  type?: string;
  body: string | PartText[];
};

/** The bytes of that mail. */
export function aMail(mail: MailText): Buffer {
  const head = [
    `From: ${mail.from}`,
    `To: ${mail.to ?? "abuse@relay.example"}`,
    `Subject: ${mail.subject}`,
    `Date: ${mail.date ?? "Wed, 04 Feb 2026 12:00:00 +0000"}`,
    "Message-ID: <1@sender.example>",
    "MIME-Version: 1.0",
    ...(mail.headers ?? []),
  ];
  if (typeof mail.body === "string")
    return Buffer.from([...head, partOf({ type: "text/plain", text: mail.body })].join("\r\n"));
  const parts = mail.body.map((part) => `--=_b\r\n${partOf(part)}\r\n`);
  const type = `Content-Type: ${mail.type ?? "multipart/mixed"}; boundary="=_b"`;
  return Buffer.from([...head, type, "", ...parts, "--=_b--", ""].join("\r\n"));
}

function partOf({ type, name, base64 = false, text }: PartText): string {
  const head = [
    `Content-Type: ${type}${type.startsWith("message/") ? "" : "; charset=utf-8"}`,
    `Content-Transfer-Encoding: ${base64 ? "base64" : "8bit"}`,
    ...(name === undefined ? [] : [`Content-Disposition: attachment; filename="${name}"`]),
  ];
  const body = base64 ? Buffer.from(text).toString("base64") : text;
  return [...head, "", body].join("\r\n");
}

/** The facts of a complaint as plain values; `times` are those whose zone is stated, each once. */
export async function factsIn(mail: MailText) {
  const message = await parseMessage(aMail(mail));
  const complaint = readComplaint(message, message.date ?? Date.parse("2026-02-04T12:00:00Z"));
  const values = <T>(facts: { value: T }[]) => facts.map(({ value }) => value);
  const times = complaint.events.flatMap(({ time }) =>
    time?.at == null || time.zone !== "stated" ? [] : [toIso(time.at)],
  );
  return {
    complaint,
    format: complaint.format,
    accused: values(complaint.accused).sort(),
    ports: values(complaint.destinationPorts).sort((a, b) => a - b),
    sourcePorts: values(complaint.sourcePorts).sort((a, b) => a - b),
    times: [...new Set(times)].sort(),
    refs: values(complaint.refs),
    hours: complaint.deadline?.hours ?? null,
    due: complaint.deadline?.at == null ? null : toIso(complaint.deadline.at),
    provider: complaint.wrapper?.provider ?? null,
    ticket: complaint.wrapper?.ticket ?? null,
    answer: complaint.wrapper?.answer ?? null,
    state: complaint.wrapper?.state ?? null,
    reporter: complaint.reporter?.address ?? null,
    work: complaint.work?.value ?? null,
  };
}

export type FactsSaid = Partial<Omit<Awaited<ReturnType<typeof factsIn>>, "complaint">>;
