import type { Complaint } from "../complaints/complaint.ts";
import { type IpBits, ipBits } from "../net/ip-bits.ts";
import { isLink } from "./links.ts";
import type { StoredTriage } from "./stored-triage.ts";

/** A longer text is searched in its beginning: what a complaint says is said there, and the rest is logs. */
const MAX_TEXT = 50_000;
const MAX_MARKS = 2_000;

/** What search knows of one mail, letter or note: see `SearchText` of the schema. */
export type SearchWords = {
  text: string;
  sender: string;
  refs: string;
  relays: string;
  marks: string;
};
type Head = { ref: string; type: string; verdict: string };

/**
 * The words of a mail. `bare`: of a case about child abuse nothing is kept that leads anywhere: neither what is attached
 * nor a link.
 */
export function complaintWords(stored: StoredTriage, { bare }: { bare: boolean }): SearchWords {
  const { complaint, evidence } = stored;
  const { message, reporter, wrapper, forwardedBy } = complaint;
  const enclosed = [
    ...message.nested.flatMap(({ subject, body }) => [subject, body]),
    ...message.parts.flatMap(({ text }) => text ?? []),
  ];
  const own = [message.subject, message.body];
  const people = [message.from, reporter, ...message.replyTo];
  return {
    text: bare ? withoutLinks(cut(own)) : cut([...own, ...enclosed]),
    sender: cut([...people.map((one) => `${one?.name ?? ""} ${one?.address ?? ""}`), forwardedBy]),
    refs: cut([wrapper?.ticket, ...complaint.refs.map(({ value }) => value)]),
    relays: cut(evidence.relays.flatMap(({ nickname, fingerprint }) => [nickname, fingerprint])),
    marks: ["any", "mail", ...fileMark(stored), ...factMarks(complaint)]
      .slice(0, MAX_MARKS)
      .join(" "),
  };
}

/** The words of a letter of ours. */
export function letterWords(letter: {
  to: readonly string[];
  subject: string;
  text: string;
}): SearchWords {
  return {
    ...NONE,
    text: cut([letter.subject, letter.text]),
    sender: cut(letter.to),
    marks: "any letter",
  };
}

export function noteWords(text: string): SearchWords {
  return { ...NONE, text: cut([text]), marks: "any note" };
}

/** The words for what a case is, which each of its texts carries: its reference, type and verdict. */
export function caseMarks({ ref, type, verdict }: Head): string {
  return `${ref} ${typeMark(type)} ${verdictMark(verdict)}`;
}

export const typeMark = (type: string): string => `type${plain(type)}`;
export const verdictMark = (verdict: string): string => `verdict${plain(verdict)}`;
export const portMark = (port: number): string => `port${port}`;
/** Digits of the address after its family, so that a prefix of the address is a prefix of the word. */
export const ipMark = ({ family, words }: IpBits): string =>
  `ip${family}${words.map((word) => word.toString(16).padStart(8, "0")).join("")}`;
export const FILE_MARK = "hasattachment";

/** Is this text of a case of which no attachment and no link is kept? */
export function isBare(marks: string): boolean {
  return marks.split(" ").includes(typeMark("csam"));
}

const NONE: SearchWords = { text: "", sender: "", refs: "", relays: "", marks: "" };

function fileMark({ complaint }: StoredTriage): string[] {
  return complaint.message.parts.some(({ attachment }) => attachment) ? [FILE_MARK] : [];
}

function factMarks(complaint: Omit<Complaint, "message" | "evidenceText">): string[] {
  const { accused, destinations, destinationPorts, sourcePorts, events } = complaint;
  const ips = [
    ...[...accused, ...destinations].map(({ value }) => value),
    ...events.flatMap(({ sourceIp, destinationIp }) => [sourceIp, destinationIp]),
  ];
  const ports = [
    ...[...destinationPorts, ...sourcePorts].map(({ value }) => value),
    ...events.map(({ destinationPort }) => destinationPort),
  ];
  const named = [
    ...ips.flatMap((ip) => {
      const bits = ip === null ? null : ipBits(ip.split("/", 1)[0] ?? "");
      return bits === null ? [] : [ipMark(bits)];
    }),
    ...ports.flatMap((port) => (port === null ? [] : [portMark(port)])),
  ];
  return [...new Set(named)];
}

function withoutLinks(text: string): string {
  return text
    .split(/\s/)
    .filter((word) => !isLink(word))
    .join(" ");
}

function cut(texts: readonly (string | null | undefined)[]): string {
  const kept: string[] = [];
  let left = MAX_TEXT;
  for (const text of texts) {
    if (left <= 0) break;
    if (!text) continue;
    kept.push(text.slice(0, left));
    left -= text.length + 1;
  }
  return kept.join("\n");
}

function plain(word: string): string {
  return word.replace(/[^a-z0-9]/gi, "");
}
