import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseMessage } from "../mail/parse-message.ts";
import { toIso } from "../time/instant.ts";
import type { Complaint } from "./complaint.ts";
import { readComplaint } from "./read-complaint.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const RECEIVED_AT = Date.parse("2026-02-04T12:30:00Z");
const mails = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".eml"))
  .sort();

// `vitest -u` writes what is read now; look at the difference before you keep it.
test.each(mails)("%s says what stands beside it", async (name) => {
  const path = join(FIXTURES, name);
  const said = `${JSON.stringify(summary(await read(readFileSync(path))), null, 2)}\n`;
  await expect(said).toMatchFileSnapshot(path.replace(/\.eml$/, ".json"));
});

test.each(mails)("%s: every fact with a span stands where the span says", async (name) => {
  const complaint = await read(readFileSync(join(FIXTURES, name)));
  const facts = [...complaint.accused, ...complaint.destinations, ...complaint.refs];
  for (const { value, span } of facts) {
    // Only what no text of the mail shows has no place.
    if (span === null) {
      expect(everyText(complaint)).not.toContain(String(value));
      continue;
    }
    const place = textAt(complaint, span.source).slice(span.start, span.end);
    expect(refanged(place)).toContain(
      refanged(String(value))
        .replace(/\/\d+$/, "")
        .slice(0, 6),
    );
  }
});

test.each(mails)(
  "%s: times, the deadline and the work stand where their spans say",
  async (name) => {
    const { events, deadline, work, ...complaint } = await read(readFileSync(join(FIXTURES, name)));
    const said = [
      ...events.map(({ time, span }) => ({ text: time?.text ?? "", span: span ?? null })),
      ...(deadline ? [{ text: deadline.text, span: deadline.span }] : []),
      ...(work ? [{ text: work.value, span: work.span }] : []),
    ].filter(({ text }) => text !== "");
    for (const { text, span } of said) {
      expect(span, text).not.toBeNull();
      const place = span ? textAt(complaint, span.source).slice(span.start, span.end) : "";
      // A time that came as a date and a clock in two cells stands where the date is.
      expect(text.startsWith(place) || place.startsWith(text), `${text} at ${place}`).toBe(true);
      expect(place).not.toBe("");
    }
  },
);

test.each(mails)("%s: every port's span lies inside its text", async (name) => {
  const complaint = await read(readFileSync(join(FIXTURES, name)));
  for (const { span } of [...complaint.destinationPorts, ...complaint.sourcePorts]) {
    if (span === null) continue;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(textAt(complaint, span.source).length);
  }
});

async function read(raw: Uint8Array): Promise<Complaint> {
  return readComplaint(await parseMessage(raw), RECEIVED_AT);
}

function everyText({ message }: Complaint): string {
  return [message.subject, message.body, ...message.parts.map(({ text }) => text ?? "")].join("\n");
}

function textAt({ message }: Pick<Complaint, "message">, source: string): string {
  if (source === "subject") return message.subject;
  if (source === "body") return message.body;
  return message.parts.find(({ id }) => id === source)?.text ?? "";
}

function refanged(text: string): string {
  return text.toLowerCase().replace(/\[\.\]|\(dot\)|\^/g, ".");
}

function summary(complaint: Complaint) {
  const values = <T>(facts: { value: T }[]) => facts.map(({ value }) => value);
  return {
    format: complaint.format,
    accused: values(complaint.accused),
    destinations: values(complaint.destinations),
    destinationPorts: values(complaint.destinationPorts),
    sourcePorts: values(complaint.sourcePorts),
    protocol: complaint.protocol,
    events: complaint.events.map(({ time, sourceIp, sourcePort, destinationIp, destinationPort }) =>
      [
        time?.at == null ? `? ${time?.local ?? ""}` : toIso(time.at),
        `${sourceIp ?? "?"}:${sourcePort ?? "?"}`,
        `${destinationIp ?? "?"}:${destinationPort ?? "?"}`,
      ].join(" "),
    ),
    refs: values(complaint.refs),
    deadline: complaint.deadline && {
      hours: complaint.deadline.hours,
      at: complaint.deadline.at === null ? null : toIso(complaint.deadline.at),
    },
    wrapper: complaint.wrapper,
    reporter: complaint.reporter?.address ?? null,
    forwardedBy: complaint.forwardedBy,
    noReply: complaint.noReply,
    work: complaint.work?.value ?? null,
    claimedType: complaint.claimedType,
    language: complaint.language,
  };
}
