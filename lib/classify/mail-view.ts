import type { Complaint } from "../complaints/complaint.ts";
import { declaredLabels, spacedLabel } from "./declared-labels.ts";
import { ownWords } from "./own-words.ts";
import { withoutPastedMail } from "./pasted-mail.ts";
import type { Place } from "./rule.ts";

type Message = Complaint["message"];
type Part = Message["parts"][number];

/** What the rules may look at: one prepared text a place. */
export type MailView = Record<Place, string>;

/** Characters looked at. The kind stands at the top of the text; long logs repeat themselves. */
const LIMITS = {
  subject: 1_000,
  own: 6_000,
  opening: 1_000,
  body: 8_000,
  evidence: 16_000,
  header: 500,
};
/** Headers that tell a robot's answer from a letter: RFC 3834, RFC 3464, and the usual private ones. */
const ROBOT_HEADERS = new Set([
  "auto-submitted",
  "precedence",
  "content-type",
  "x-autoreply",
  "x-autorespond",
  "x-failed-recipients",
  "x-mailman-version",
]);

/** Prepares a complaint for the rules: lower case, single blanks, WHOIS dumps left out. Costs are bounded by `LIMITS`. */
export function mailView(complaint: Complaint): MailView {
  const { message } = complaint;
  const body = spoken(complaint, message.body.slice(0, LIMITS.body * 2));
  const evidence = evidenceOf(complaint);
  const prepared = preparer();
  const shown = prepared(body.text, LIMITS.body);
  const own = prepared(ownWords(body.text), LIMITS.own);
  return {
    subject: prepared(message.subject, LIMITS.subject),
    own,
    opening: own.slice(0, LIMITS.opening),
    body: shown,
    evidence: beyond(shown, prepared(evidence.text, LIMITS.evidence)),
    sender: senderOf(complaint),
    headers: headersOf(message),
    facts: factsOf(complaint, evidence.text, body.pasted || evidence.pasted),
  };
}

/** What the evidence adds to the text already looked at. */
function beyond(body: string, evidence: string): string {
  if (evidence === body) return "";
  return evidence.startsWith(body) ? evidence.slice(body.length) : evidence;
}

/** The same mail with nothing but its sender's own words: the subject of a reply and the quoted mail are somebody else's. */
export function ownView(view: MailView): MailView {
  const isAnswer = /^(?:\[[^\]]{1,40}\] ?)*(?:re|aw|antw|sv|rép|odp)\b ?:/.test(view.subject);
  const subject = isAnswer || view.own !== view.body ? "" : view.subject;
  return { ...view, subject, body: view.own, evidence: "", facts: "" };
}

/** The original complaint. The spam that a feedback loop returns is not one: its words would speak for phishing or fraud. */
function evidenceOf(complaint: Complaint): { text: string; pasted: boolean } {
  if (complaint.format === "arf" || complaint.format === "spamcop")
    return { text: "", pasted: true };
  return spoken(complaint, complaint.evidenceText.slice(0, LIMITS.evidence * 2));
}

/** A mail somebody pastes is the spam he complains of; one that a provider pastes is the complaint, perhaps the police's. */
function spoken({ wrapper }: Complaint, text: string): { text: string; pasted: boolean } {
  return wrapper === null ? withoutPastedMail(text) : { text, pasted: false };
}

/** Lines of a WHOIS answer: they quote every abuse word there is, and none of them is about this mail. */
const WHOIS_LINE =
  /^[>\t ]{0,20}(?:%.*|(?:remarks|descr|comment|org[a-z-]*|mnt-[a-z]+|[a-z]+-c|abuse-mailbox|netname|nethandle|nettype|inetnum|netrange|cidr|route|origin|source|status|address|regdate|updated|created|last-modified|notify|changed):.*)$/gim;
const TAGS =
  /<\/?(?:a|b|body|br|center|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|span|strong|table|tbody|td|th|tr|u|ul)\b[^<>]{0,300}>/gi;

/** Prepares texts, which are often the same one: what was done once is known. */
function preparer(): (text: string, limit: number) => string {
  const known = new Map<string, string>();
  return (text, limit) => {
    const input = text.slice(0, limit * 2);
    const plain = known.get(input) ?? plainWords(input);
    known.set(input, plain);
    return plain.slice(0, limit);
  };
}

function plainWords(text: string): string {
  return withoutMailAddresses(text.replace(WHOIS_LINE, " ").replace(TAGS, " "))
    .toLowerCase()
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(GAP, " ");
}

/** Between words, unless it is the single blank it is to become: nearly all are, and each replacement costs. */
const GAP = /(?: [\s_>*|]|[^\S ]|[_>*|])[\s_>*|]*/g;

/** `dmca@` and `spam@` name mailboxes, not what is complained of. Begins at each `@`: names of up to 64 letters are everywhere. */
function withoutMailAddresses(text: string): string {
  let left = "";
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", Math.max(at + 1, from))) {
    const name = MAIL_NAME_END.exec(text.slice(Math.max(from, at - 64), at))?.[0] ?? "";
    const domain = MAIL_DOMAIN.exec(text.slice(at + 1, at + 101))?.[0] ?? "";
    if (name === "" || domain === "") continue;
    left += `${text.slice(from, at - name.length)} `;
    from = at + 1 + domain.length;
  }
  return left + text.slice(from);
}

const MAIL_NAME_END = /[\w.+-]{1,64}$/;
const MAIL_DOMAIN = /^[\w.-]{1,100}/;

const PASTED_FROM = /^[>\t ]{0,6}(?:from|von|de|van|da|от|od):[^\n]{1,200}/gim;

/** Who wrote, and who wrote what he passes on; not the sender of the spam that a feedback loop returns. */
function senderOf({ message, reporter, format }: Complaint): string {
  const passedOn = format === "arf" ? [] : message.nested.slice(0, 5);
  const boxes = [message.from, ...message.replyTo.slice(0, 5), reporter];
  return [...boxes, ...passedOn.map((nested) => nested.message.from)]
    .filter((box) => box !== null)
    .map((box) => `${box.name} <${box.address}>`)
    .concat(message.body.slice(0, LIMITS.body).match(PASTED_FROM) ?? [])
    .join("\n")
    .slice(0, 2_000)
    .toLowerCase();
}

function headersOf(message: Message): string {
  return message.headers
    .filter((header) => ROBOT_HEADERS.has(header.name))
    .slice(0, 50)
    .map((header) => `${header.name}: ${header.value.slice(0, LIMITS.header)}`)
    .join("\n")
    .toLowerCase();
}

/** What is known beyond words, as lines a rule can match: `format:arf`, `label:login attack`, `port:22`, `part:...`. */
function factsOf(complaint: Complaint, evidence: string, pasted: boolean): string {
  const { message, wrapper, claimedType } = complaint;
  const destinations = complaint.destinations.length;
  return [
    `format:${complaint.format}`,
    `protocol:${complaint.protocol}`,
    claimedType ? `label:${spacedLabel(claimedType)}` : "",
    ...declaredLabels(message.subject, evidence).map((label) => `label:${label}`),
    pasted ? "pasted:mail" : "",
    wrapper ? `wrapper:${wrapper.state}\nprovider:${wrapper.provider}` : "",
    complaint.accused.length > 0 ? "accused:yes" : "accused:no",
    destinations >= 5 ? "targets:many" : "",
    complaint.events.some((event) => event.synOnly) ? "flags:syn" : "",
    ...complaint.destinationPorts.slice(0, 20).map((port) => `port:${port.value}`),
    ...message.parts.slice(0, 50).map((part) => `part:${part.contentType} ${part.filename ?? ""}`),
    ...message.parts.slice(0, 50).map(feedbackType),
  ]
    .filter((line) => line !== "")
    .join("\n")
    .toLowerCase();
}

/** The kind of an RFC 5965 report: `abuse`, or `auth-failure` (RFC 6591), which is no complaint. */
function feedbackType(part: Part): string {
  if (part.contentType !== "message/feedback-report") return "";
  const text = part.text ?? new TextDecoder("latin1").decode(part.bytes.subarray(0, 4_000));
  return `feedback:${/^feedback-type:\s*([a-z-]+)/im.exec(text)?.[1] ?? ""}`;
}
