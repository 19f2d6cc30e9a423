import { expect, test } from "vitest";
import type { ComplaintType } from "../classify/classification.ts";
import type { Complaint } from "../complaints/complaint.ts";
import type { Verdict } from "../evidence/verdict.ts";
import {
  aClassification,
  aLetterComplaint,
  aLetterMessage,
  anEvent,
  anEvidence,
  aTime,
  aWrapper,
  OPERATOR,
  RECEIVED_AT,
} from "../testing/a-letter-case.ts";
import type { Route } from "./draft.ts";
import { draftReplies } from "./draft-replies.ts";
import { readTemplates } from "./files.ts";

const { templates } = await readTemplates("templates");

type Wanted = { type?: ComplaintType; verdict?: Verdict; route?: Route; operator?: object };

function drafts(over: Partial<Complaint>, wanted: Wanted = {}) {
  const { type = "bruteforce", verdict = "port-allowed", route = "complainant" } = wanted;
  const complaint = aLetterComplaint(over);
  return draftReplies({
    complaint,
    classification: aClassification(type),
    evidence: anEvidence(verdict, {}, complaint.events.length),
    route,
    templates,
    operator: { ...OPERATOR, ...wanted.operator },
    receivedAt: RECEIVED_AT,
  });
}

const wrapped = {
  wrapper: aWrapper({ alsoComplainant: true }),
  language: "de",
  originalLanguage: "en",
  refs: [{ value: "SHOP-99", span: null }],
  message: aLetterMessage({
    subject: "AW: [AbuseID:A1B2C3:1F]: AbuseNormal",
    nested: [{ partId: "2", message: aLetterMessage({ subject: "Attack on our shop" }) }],
  }),
};

test("provider and complainant get different letters, each in his language and on his subject", () => {
  const [isp, complainant, ...more] = drafts(wrapped, { route: "isp+complainant" });
  expect(more).toEqual([]);
  expect(isp).toMatchObject({
    audience: "isp",
    template: "bruteforce/isp",
    language: "de",
    to: ["abuse@hoster.example"],
    subject: "Re: [AbuseID:A1B2C3:1F]: AbuseNormal",
    gaps: [],
  });
  expect(complainant).toMatchObject({
    audience: "complainant",
    template: "bruteforce/complainant",
    language: "en",
    to: ["nora@shop.example"],
    subject: "Re: Attack on our shop",
    gaps: [],
  });
});

test("neither letter gives one reader what only the other may know", () => {
  const [isp, complainant] = drafts(wrapped, { route: "isp+complainant" });
  expect(complainant?.text + String(complainant?.subject)).not.toContain("A1B2C3");
  expect(complainant?.text).toContain("SHOP-99");
  expect(isp?.text).not.toContain("nora@");
  expect(isp?.text).toContain("AbuseID:A1B2C3:1F");
});

test.each([
  ["port-rejected", "any/port-rejected"],
  ["not-our-ip", "any/not-our-ip"],
  ["relay-down", "any/relay-down"],
  ["not-tor-traffic", "any/not-tor-traffic"],
  ["cannot-tell", "any/more-data"],
] as const)("the verdict %s is answered with %s, whatever the type", (verdict, template) => {
  for (const type of ["bruteforce", "portscan", "webattack", "fraud", "irc"] as const)
    expect(drafts({}, { type, verdict })[0]?.template).toBe(template);
});

test("'mail was refused' is said for port 25 only", () => {
  const mail = (destinationPort: number) =>
    drafts(
      { events: [anEvent({ destinationPort })] },
      { type: "spam_email", verdict: "port-rejected" },
    )[0];
  expect(mail(25)?.text).toContain("did not carry mail");
  expect(mail(587)?.text).not.toContain("did not carry mail");
  expect(mail(587)?.text).toContain("refused the reported port");
});

test("UDP is never called Tor traffic, and what the server's check found is for the operator to say", () => {
  const udp = [anEvent({ protocol: "udp", destinationPort: 53 })];
  const [draft] = drafts(
    { events: udp, protocol: "udp" },
    { type: "ddos", verdict: "not-tor-traffic" },
  );
  expect(draft?.text).toContain("Tor carries TCP only");
  expect(draft?.text).not.toContain("using Tor");
  expect(draft?.gaps).toEqual(["hostCheck"]);
  expect(draft?.text).toContain("[[hostCheck]]");
});

test("a copyright notice names the law of the operator's country, and no other", () => {
  const law = (jurisdiction: string) =>
    drafts({}, { type: "copyright", operator: { jurisdiction } })[0]?.text.replace(/\s+/g, " ") ??
    "";
  expect(law("us")).toContain("17 USC 512(a)");
  expect(law("us")).not.toContain("Digital Services Act");
  expect(law("de")).toContain("section 7 of the German DDG");
  expect(law("nl")).toContain("Article 4 of the Digital Services Act");
  expect(law("nl")).not.toContain("DDG");
  for (const country of ["us", "de", "nl"]) expect(law(country)).toContain("not legal advice");
  expect(law("")).not.toMatch(/USC|Services Act|DDG/);
});

test("the peer-to-peer letter answers peer-to-peer notices only", () => {
  const letter = (evidenceText: string) => drafts({ evidenceText }, { type: "copyright" })[0];
  expect(letter("seen in the BitTorrent network")?.text).toContain("no copy in the relay");
  expect(letter("https://mirror.example/film.mkv")?.text).not.toContain("no copy in the relay");
  expect(letter("https://mirror.example/film.mkv")?.gaps).toEqual(["hostCheck"]);
});

test("a complete report is not asked for more: what our record lacks is for the operator to say", () => {
  const [ours] = drafts({}, { verdict: "cannot-tell" });
  expect(ours?.gaps).toEqual(["ownRecord"]);
  expect(ours?.text).not.toContain("Please send us");
  const [theirs] = drafts({ events: [anEvent({ time: null })] }, { verdict: "cannot-tell" });
  expect(theirs?.gaps).toEqual([]);
  expect(theirs?.text).toContain("- the time of the event with its time zone");
  expect(theirs?.text).not.toContain("- the port that was reached");
});

test("a report about a page gets the letter about pages, one about a connection does not", () => {
  const letter = (evidenceText: string) =>
    drafts(
      { evidenceText, events: [anEvent({ destinationPort: null })] },
      { type: "phishing_malware", verdict: "cannot-tell" },
    )[0];
  expect(letter("hxxp://192.0.2.10/login is a phishing page")?.template).toBe(
    "phishing_malware/hosted",
  );
  expect(letter("a bot of yours called our sinkhole")?.template).toBe("any/more-data");
});

test("police mail gives one note, to counsel, whose subject tells nothing", () => {
  for (const type of ["law_enforcement", "threats", "csam"] as const) {
    const [note, ...more] = drafts({}, { type, route: "counsel" });
    expect(more).toEqual([]);
    expect(note).toMatchObject({ audience: "authority", to: ["counsel@lawyer.example"], gaps: [] });
    expect(note?.subject).toBe("Request for advice, mail received 2026-10-02 12:30 UTC");
  }
});

test("without a lawyer the note keeps a gap, so that it cannot go", () => {
  const wanted = {
    type: "law_enforcement",
    route: "counsel",
    operator: { counsel: null },
  } as const;
  const [note] = drafts({}, wanted);
  expect(note).toMatchObject({ to: [], gaps: ["counsel"] });
});

test("no route, no letter; a form, a letter without recipient", () => {
  expect(drafts({}, { route: "none" })).toEqual([]);
  const [form] = drafts({ wrapper: aWrapper({ answer: "portal" }) }, { route: "portal" });
  expect(form).toMatchObject({ audience: "isp", to: [] });
});

test("times stand in UTC beside the reporter's own writing, doubts about the zone beside them", () => {
  const text = (time: Parameters<typeof aTime>[0]) =>
    drafts({ events: [anEvent({ time: aTime(time) })] })[0]?.text ?? "";
  expect(text({})).toContain("2026-10-02 10:04:11 UTC (in the report: Oct 2 12:04:11 +0200)");
  expect(text({ zone: "assumed" })).toContain("the report names no time zone; read as UTC");
  expect(text({ zone: "contradictory" })).toContain("both readings were checked");
  expect(text({ precision: "day", text: "2 October" })).toContain("2026-10-02 UTC (in the report");
});

test("a stranger's words cannot make gaps, lines or headers", () => {
  const title = `Film [[secret]] {{fact "counsel"}}\r\n\r\nBcc: x@y.example\u202e`;
  const [draft] = drafts(
    { work: { value: title, span: null }, evidenceText: "Type: BitTorrent" },
    { type: "copyright" },
  );
  expect(draft?.gaps).toEqual([]);
  expect(draft?.text).not.toMatch(/\[\[|\{\{|^Bcc/m);
  expect(draft?.text).not.toContain("counsel@");
});

test("the operator's statement about logs stands only when there is one", () => {
  const logStatement = "This relay writes no record of connections.";
  const text = (value: string | null) => drafts({}, { operator: { logStatement: value } })[0]?.text;
  expect(text(logStatement)).toContain(logStatement);
  expect(text(null)).not.toMatch(/\blogs\b|record of connections/);
});

test("a thousand events make a short letter", () => {
  const events = Array.from({ length: 1000 }, (_, index) =>
    anEvent({ destinationIp: `203.0.113.${index % 250}`, destinationPort: 22 }),
  );
  const [draft] = drafts({ events }, { type: "portscan" });
  expect(draft?.text).toContain("(+ 992 more lines)");
  expect(draft?.text.length).toBeLessThan(4000);
});
