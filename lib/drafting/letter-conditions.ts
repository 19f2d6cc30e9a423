import type { Complaint, ComplaintEvent } from "../complaints/complaint.ts";
import type { Answer, Evidence, FindingKind } from "../evidence/verdict.ts";
import { eventsOfVerdict } from "./checked-events.ts";
import { isRobot } from "./is-robot.ts";

/** Names a template may use in `{{#when "..."}}`, each with what it means. */
export const CONDITIONS = {
  exitTraffic: "nothing found speaks against the connection having come through our exit",
  human: "a person wrote the complaint",
  udp: "the evidence is about UDP",
  icmp: "the evidence is about ICMP",
  synOnly: "the evidence shows first packets (SYN) only",
  p2p: "a copyright notice about a peer-to-peer network, not about something stored",
  hosted: "the report is about something served from the address, such as a page",
  complete: "the report names time with zone, addresses and port of every event",
  several: "the report names more than one event",
  otherResults: "some lines of the report have another result than the letter's",
  zoneUnsure: "the report's time zone is missing or contradictory",
} as const;
export type Condition = keyof typeof CONDITIONS;

/** How notices name file sharing, in the languages they come in. */
const P2P =
  /\b(bit-?torrent|u?torrent|peer[- ]to[- ]peer|p2p|e-?donkey|info-?hash|magnet:|tauschbörse|filesharing)/i;
/** How reports speak of pages and files at an address ... */
const HOSTED =
  /\b(?:hxxps?|urls?|phish\w*|fake (?:web)?(?:site|page|shop)|web ?(?:site|page)s?|hosted|hosting|webseite|gehostet|hébergée?s?)\b/i;
/** ... and how they speak of an infected machine that connects somewhere. */
const CONNECTING =
  /\b(?:sinkhole\w*|botnets?|bots?|drone|infected (?:host|system|machine|computer|client|device)s?|infizierte?\w*|besmet\w*|c ?& ?c|command[- ]and[- ]control|cc_(?:ip|port)|dst_(?:ip|port))\b/i;
const MAX_READ = 100_000;

/** Which conditions hold for the events the letter is about. */
export function conditionsOf(
  complaint: Complaint,
  evidence: Evidence,
  answers: Record<FindingKind, Answer>,
): Record<Condition, boolean> {
  const events = eventsOfVerdict(complaint, evidence);
  const text = complaint.evidenceText.slice(0, MAX_READ);
  const protocols = new Set(events.map(({ protocol }) => protocol));
  const only = (protocol: "udp" | "icmp") => protocols.size === 1 && protocols.has(protocol);
  const speaksAgainst = Object.values(answers).includes("no");
  return {
    exitTraffic:
      !speaksAgainst &&
      answers.tenure === "yes" &&
      answers.role === "yes" &&
      !protocols.has("udp") &&
      !protocols.has("icmp"),
    human: !isRobot(complaint),
    udp: only("udp"),
    icmp: only("icmp"),
    synOnly: events.length > 0 && events.every((event) => event.synOnly),
    p2p: complaint.format === "acns" || P2P.test(text),
    hosted: HOSTED.test(text) && !CONNECTING.test(text),
    complete: events.length > 0 && events.every(isComplete),
    several: evidence.events.length > 1,
    otherResults: evidence.events.some(({ verdict }) => verdict !== evidence.verdict),
    zoneUnsure: events.some(({ time }) => time !== null && time.zone !== "stated"),
  };
}

function isComplete(event: ComplaintEvent): boolean {
  const known = [event.sourceIp, event.destinationIp, event.destinationPort];
  return event.time?.at != null && event.time.zone === "stated" && !known.includes(null);
}
