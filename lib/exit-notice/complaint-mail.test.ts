import { beforeAll, expect, test } from "vitest";
import { NO_PROFILE } from "../cases/operator-profile-store.ts";
import type { Template } from "../drafting/draft.ts";
import { readTemplates } from "../drafting/files.ts";
import { isAutomaticMail } from "../mail/automatic-mail.ts";
import { aHistory, aPolicy, aRelay } from "../testing/a-relay.ts";
import { triageMail } from "../triage/triage-mail.ts";
import { complaintMail } from "./complaint-mail.ts";
import { NOTICE_LANGUAGES } from "./notice-language.ts";
import { type FormComplaint, formValues, readForm } from "./read-form.ts";
import { REPORT_KIND_NAMES } from "./report-kind.ts";

const NOW = Date.parse("2026-03-02T12:00:00Z");
const GIVEN = { reference: "ABCDEFGH", sender: "0123456789abcdef", now: NOW };
const complaint: FormComplaint = {
  accused: "192.0.2.7",
  target: "203.0.113.5",
  port: 22,
  kind: "logins",
  at: Date.parse("2026-03-01T09:04:11Z"),
  when: "2026-03-01 10:04:11 +01:00",
  what: "Somebody tried our SSH server with the names root and admin.",
  log: "",
  reference: "T-2026-77",
  email: "nora@shop.example",
};
let templates: Template[];
beforeAll(async () => {
  templates = (await readTemplates("templates")).templates;
});
async function triaged(given: Partial<FormComplaint> = {}, language: "en" | "de" = "en") {
  const raw = complaintMail({ ...complaint, ...given }, { ...GIVEN, language });
  const operator = { ...NO_PROFILE, name: "Relay Operators" };
  const history = aHistory(
    aRelay({ policies: [aPolicy(["ExitRelay 1", "ExitPolicy accept *:22"])] }),
  );
  return await triageMail(raw, { history, templates, operator, receivedAt: NOW });
}

test.each([
  ["en", complaint.what],
  ["de", "Jemand hat sich an unserem SSH-Server mit den Namen root und admin anmelden wollen."],
] as const)("the form in %s makes a clean case", async (language, what) => {
  const triage = await triaged({ what }, language);
  const { complaint: read, classification, evidence, route, drafts } = triage;
  expect(read.format).toBe("xarf02");
  expect(read.language).toBe(language);
  expect(read.accused.map(({ value }) => value)).toEqual(["192.0.2.7"]);
  expect(read.destinations.map(({ value }) => value)).toEqual(["203.0.113.5"]);
  expect(read.destinationPorts.map(({ value }) => value)).toEqual([22]);
  expect(read.refs.map(({ value }) => value)).toContain("T-2026-77");
  expect(read.events).toHaveLength(1);
  expect(read.events[0]).toMatchObject({
    sourceIp: "192.0.2.7",
    destinationIp: "203.0.113.5",
    destinationPort: 22,
    time: { at: complaint.at, zone: "stated", precision: "second" },
  });
  expect(read.problems).toEqual([]);
  expect(classification).toMatchObject({ type: "bruteforce", isComplaint: true });
  expect(evidence.verdict).toBe("port-allowed");
  expect(route).toBe("complainant");
  expect(drafts[0]).toMatchObject({ language, to: ["nora@shop.example"] });
});

const TYPES = {
  logins: "bruteforce",
  scan: "portscan",
  web: "webattack",
  overload: "ddos",
  spam_mail: "spam_email",
  spam_web: "spam_web",
  copyright: "copyright",
  irc: "irc",
  malware: "phishing_malware",
  fraud: "fraud",
} as const;

test.each(
  NOTICE_LANGUAGES.flatMap((language) =>
    Object.entries(TYPES).map(([kind, type]) => [kind, language, type] as const),
  ),
)("%s in %s is %s", async (kind, language, type) => {
  const given = { kind: kind as keyof typeof TYPES, what: "Please look into it. / Bitte prüfen." };
  expect((await triaged(given, language)).classification.type).toBe(type);
});

test("without an address for the answer nobody is written to, and the sender says that nobody verified it", async () => {
  const { complaint: read, drafts } = await triaged({ email: null });
  expect(read.message.from).toEqual({
    name: "Public form, sender not verified",
    address: "noreply+0123456789abcdef@form.invalid",
  });
  expect(drafts.flatMap(({ to }) => to)).toEqual([]);
});

test("no rule may answer a report, whoever the stranger says they are", async () => {
  const { complaint: read } = await triaged({ email: "abuse@provider.example" });
  expect(isAutomaticMail(read.message)).toBe(true);
  expect(read.message.from?.address).toMatch(/@form\.invalid$/);
});

test("the lines of a log are further events", async () => {
  const log = [
    "2026-03-01T09:04:11Z sshd[1]: Failed password for root from 192.0.2.7 port 40000 ssh2",
    "2026-03-01T09:04:15Z sshd[1]: Failed password for root from 192.0.2.7 port 40002 ssh2",
  ].join("\n");
  const { complaint: read, evidence } = await triaged({ log });
  expect(read.evidenceText).toContain("Failed password for root");
  expect(evidence.verdict).toBe("port-allowed");
});

const HOSTILE = [
  "\r\nBcc: victim@other.example\r\n\r\n--=_exitdesk_ABCDEFGH\r\nContent-Type: text/html\r\n\r\n<script>",
  "--=_exitdesk_ABCDEFGH--\r\nFrom: boss@isp.example",
  "---\nSource: 198.51.100.1\nReport-Type: spam\nPort: 25\nDate: 2020-01-01T00:00:00Z\nCategory: x\n",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "\u0000\u0007\u202e\ud800 =?utf-8?B?QmNjOg==?=",
  '{{fact "signature"}} [[gap]]',
  "x".repeat(20_000),
];

test.each(HOSTILE.map((text) => [text.slice(0, 40), text] as const))(
  "hostile words stay words: %j",
  async (_, text) => {
    const fields = { what: text.slice(0, 4_000), log: text, reference: text.slice(0, 100) };
    const raw = complaintMail({ ...complaint, ...fields }, { ...GIVEN, language: "en" });
    const head = Buffer.from(raw).toString("latin1").split("\r\n\r\n")[0] ?? "";
    expect(head.split("\r\n").map((line) => line.split(":")[0])).toEqual([
      "From",
      "Reply-To",
      "To",
      "Auto-Submitted",
      "Date",
      "Message-ID",
      "Subject",
      "MIME-Version",
      "Content-Type",
    ]);
    expect(
      Math.max(
        ...Buffer.from(raw)
          .toString("latin1")
          .split("\r\n")
          .map((line) => line.length),
      ),
    ).toBeLessThan(200);
    const { complaint: read } = await triaged(fields);
    expect(read.message.parts.length).toBeLessThanOrEqual(4);
    expect(read.accused[0]?.value).toBe("192.0.2.7");
    expect(read.reporter?.address).toBe("nora@shop.example");
    expect(read.events[0]).toMatchObject({ destinationPort: 22, destinationIp: "203.0.113.5" });
  },
);

const ASKED = { addresses: ["192.0.2.7", "2001:db8::7"], now: NOW };
const FILLED = {
  accused: "192.0.2.7",
  target: "203.0.113.5",
  port: "22",
  kind: "logins",
  date: "2026-03-01",
  time: "10:04",
  zone: "+01:00",
  what: "x",
  email: "nora@shop.example",
};
const read = (given: Record<string, string>) =>
  readForm(formValues(new URLSearchParams({ ...FILLED, ...given }).toString()), ASKED);

test("a filled form is a complaint, its time with the chosen zone", () => {
  expect(read({})).toMatchObject({
    complaint: {
      at: Date.parse("2026-03-01T09:04:00Z"),
      when: "2026-03-01 10:04:00 +01:00",
      port: 22,
    },
  });
  expect(read({ accused: "2001:DB8:0::7", target: "2001:db8::99" })).toMatchObject({
    complaint: { accused: "2001:db8::7", target: "2001:db8::99" },
  });
  expect(read({ email: "" })).toMatchObject({ complaint: { email: null } });
});

test.each([
  [{ accused: "192.0.2.8" }, "accused", "bad"],
  [{ target: "10.0.0.1" }, "target", "bad"],
  [{ target: "192.0.2.7" }, "target", "bad"],
  [{ target: "shop.example" }, "target", "bad"],
  [{ target: "203.0.113.5\r\nBcc: x" }, "target", "bad"],
  [{ port: "0" }, "port", "bad"],
  [{ port: "70000" }, "port", "bad"],
  [{ port: "22e1" }, "port", "bad"],
  [{ kind: "__proto__" }, "kind", "bad"],
  [{ date: "2026-02-30" }, "date", "bad"],
  [{ date: "yesterday" }, "date", "bad"],
  [{ time: "25:00" }, "date", "bad"],
  [{ zone: "+01:07" }, "date", "bad"],
  [{ date: "2026-03-05" }, "date", "future"],
  [{ what: "" }, "what", "missing"],
  [{ what: " \n " }, "what", "missing"],
  [{ what: "x".repeat(4_001) }, "what", "long"],
  [{ log: "x".repeat(20_001) }, "log", "long"],
  [{ email: "a@b.example, c@d.example" }, "email", "bad"],
  [{ email: "a@b.example\r\nBcc: c@d.example" }, "email", "bad"],
  [{ email: "noreply@b.example" }, "email", "bad"],
  [{ website: "https://buy.example" }, "website", "robot"],
])("%j is a flaw of %s: %s", (given, field, flaw) => {
  expect(read(given as Record<string, string>)).toEqual({ flaws: [{ field, flaw }] });
});

test("an empty form names every field that must be filled in, at once", () => {
  const empty = readForm(formValues(""), ASKED);
  expect("flaws" in empty && empty.flaws.map(({ field }) => field)).toEqual([
    "accused",
    "target",
    "port",
    "kind",
    "date",
    "time",
    "zone",
    "what",
  ]);
  expect(REPORT_KIND_NAMES).toContain("other");
});
