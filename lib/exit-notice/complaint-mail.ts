import type { Instant } from "../time/instant.ts";
import { toIso } from "../time/instant.ts";
import type { NoticeLanguage } from "./notice-language.ts";
import { noticeWords } from "./notice-words.ts";
import type { FormComplaint } from "./read-form.ts";
import { REPORT_KINDS } from "./report-kind.ts";

/** A domain nobody can own (RFC 2606 section 2): no mail from outside can truthfully come from it. */
const DOMAIN = "form.invalid";

type Given = {
  reference: string;
  /** Tells one stranger from another without naming them: the same for the same address. */
  sender: string;
  language: NoticeLanguage;
  now: Instant;
};

/**
 * The complaint as a mail of its own (RFC 5322, parts in base64), with an X-ARF 0.2 report beside the text. It goes the way
 * of every mail from here. The sender is an address that does not exist and says so: who filled in the form is not known,
 * whatever address they gave; that one stands in Reply-To, and only there.
 *
 * Header fields hold nothing a stranger wrote but that address, which `isReachable` has let through; the rest stands in
 * encoded bodies, where it can end no line and begin no part.
 */
export function complaintMail(complaint: FormComplaint, given: Given): Uint8Array {
  const { reference, sender, now } = given;
  const boundary = `=_exitdesk_${reference}`;
  const head = [
    `From: "Public form, sender not verified" <noreply+${sender}@${DOMAIN}>`,
    ...(complaint.email === null ? [] : [`Reply-To: ${complaint.email}`]),
    `To: desk@${DOMAIN}`,
    // RFC 3834 section 5: a program made this mail; no program may answer it, whatever address stands in Reply-To.
    "Auto-Submitted: auto-generated",
    `Date: ${new Date(now).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${reference}.${sender}@${DOMAIN}>`,
    `Subject: Abuse report about ${complaint.accused} (form ${reference})`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ];
  const parts = [
    part("", letter(complaint, given)),
    part('; name="report.txt"', report(complaint, given)),
    ...(complaint.log === "" ? [] : [part('; name="log.txt"', complaint.log)]),
  ];
  const body = parts.flatMap((lines) => [`--${boundary}`, ...lines]);
  return Buffer.from([...head, "", ...body, `--${boundary}--`, ""].join("\r\n"), "utf8");
}

function part(name: string, text: string): string[] {
  const base64 = Buffer.from(text, "utf8").toString("base64");
  return [
    `Content-Type: text/plain; charset=utf-8${name}`,
    "Content-Transfer-Encoding: base64",
    ...(name === "" ? [] : [`Content-Disposition: attachment${name.replace("name", "filename")}`]),
    "",
    ...(base64.match(/.{1,76}/g) ?? [""]),
  ];
}

/** What a person reads, in the language of the form. */
function letter(complaint: FormComplaint, { language }: Given): string {
  const words = noticeWords(language).mail;
  const { accused, target, port, when, what, reference, log } = complaint;
  return [
    words.kinds[complaint.kind],
    "",
    `${words.accused}: ${accused}`,
    `${words.target}: ${target}`,
    `${words.port}: ${port}/tcp`,
    `${words.when}: ${when}`,
    ...(reference === "" ? [] : [`${words.reference}: ${reference}`]),
    "",
    what,
    ...(log === "" ? [] : ["", words.seeLog]),
    "",
  ].join("\n");
}

/** X-ARF 0.2 (x-arf.org): only values of ours and values that were read as numbers, addresses and times. */
function report(complaint: FormComplaint, { reference }: Given): string {
  const { accused, target, port, at, kind } = complaint;
  const theirs = /^[A-Za-z0-9][A-Za-z0-9._/#-]{2,59}$/.test(complaint.reference);
  return [
    "---",
    `Reported-From: ${complaint.email ?? `noreply@${DOMAIN}`}`,
    `Category: ${REPORT_KINDS[kind] === "spam" ? "abuse" : "info"}`,
    `Report-Type: ${REPORT_KINDS[kind]}`,
    "User-Agent: Exitdesk form",
    `Report-ID: ${theirs ? complaint.reference : reference}`,
    `Date: ${toIso(at)}`,
    `Source: ${accused}`,
    `Source-Type: ${accused.includes(":") ? "ipv6" : "ipv4"}`,
    `Destination: ${target}`,
    `Port: ${port}`,
    "Attachment: text/plain",
    "",
  ].join("\n");
}
