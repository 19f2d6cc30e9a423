import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { aPackInput, documentsIn } from "../testing/a-pack.ts";
import { aPolicy, aRelay } from "../testing/a-relay.ts";
import { evidencePack } from "./evidence-pack.ts";
import { readPackPages } from "./files.ts";
import type { PackInput, PackPages } from "./pack-input.ts";

let pages: PackPages;
beforeAll(async () => {
  pages = await readPackPages("templates/evidence-pack");
});

function packed(given: Partial<PackInput> = {}): Map<string, string> {
  const files = evidencePack(aPackInput(given), pages);
  return new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("utf8")]));
}

test("a pack holds the mail, the findings, the signed documents and how to check them", () => {
  const input = aPackInput();
  const files = evidencePack(input, pages);
  expect(files.map(({ path }) => path)).toEqual([
    "README.txt",
    "VERIFY.md",
    "verify.sh",
    "findings.json",
    "complaint.eml",
    "relay/relay7/descriptor-2026-02-01T00-00-00Z.txt",
    "relay/relay7/operator-statement.txt",
    "SHA256SUMS",
  ]);
  const bytesOf = (wanted: string) => files.find(({ path }) => path === wanted)?.bytes;
  expect(bytesOf("complaint.eml")).toBe(input.mail.bytes);
  expect(bytesOf("relay/relay7/descriptor-2026-02-01T00-00-00Z.txt")).toBe(
    input.documents[0]?.bytes,
  );
  const sums = files.slice(0, -1).map(({ path, bytes }) => {
    return `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`;
  });
  expect(Buffer.from(bytesOf("SHA256SUMS") ?? []).toString()).toBe(sums.join(""));
  expect(evidencePack(input, pages)).toEqual(files);
});

test("each finding keeps its source and its age, each statement says that nobody signed it", () => {
  const input = aPackInput();
  const finding = {
    kind: "policy" as const,
    answer: "no" as const,
    text: "The exit policy of relay7 rejected 198.51.100.20:25.",
    relay: null,
    rule: "reject *:25",
    source: "descriptor (signed)",
    learnedAt: Date.parse("2026-02-05T00:00:00Z"),
  };
  const events = [{ event: 0, verdict: "port-rejected" as const, findings: [finding] }];
  const evidence = { ...input.evidence, events };
  const found = JSON.parse(packed({ ...input, evidence }).get("findings.json") ?? "");
  expect(found).toMatchObject({
    case: "K7M2XQ9D",
    madeAt: "2026-03-02T00:00:00Z",
    complaint: { file: "complaint.eml", sha256: input.mail.sha256 },
    verdict: "port-rejected",
    events: [
      {
        event: 1,
        complaintSays: { destinationPort: 22, time: { at: "2026-02-03T04:05:06Z" } },
        findings: [{ ...finding, learnedAt: "2026-02-05T00:00:00Z" }],
      },
    ],
    signedDocuments: [
      {
        file: "relay/relay7/descriptor-2026-02-01T00-00-00Z.txt",
        sha256: input.documents[0]?.sha256,
        source: "added by hand",
        learnedAt: "2026-03-01T00:00:00Z",
      },
    ],
    operatorStatements: [{ signed: false, policies: [{ source: "torrc", to: null }] }],
  });
});

test("an operator's statement names intervals and sources, and takes no control characters along", () => {
  const relay = aRelay({ policies: [aPolicy(["reject *:25\u001b[2J # none"])] });
  const text = packed({ relays: [relay] }).get("relay/relay7/operator-statement.txt");
  expect(text).toMatch(/^UNSIGNED/);
  expect(text).toContain("192.0.2.7 since 2026-01-01 00:00:00 UTC (source: torrc; recorded");
  expect(text).toContain("    reject *:25 [2J # none\n");
  expect(text).toContain("Running\n  nothing is recorded for that time\n");
});

test.each([
  ["en", "rejected this destination"],
  ["de", "wies die Exit-Policy des Relays dieses Ziel ab"],
  ["fr", "la politique de sortie du relais refusait cette destination"],
  ["nl", "weigerde het exitbeleid van de relay deze bestemming"],
  ["ja", "rejected this destination"],
])("a reader of %s is told the verdict in words, English else", (language, words) => {
  const readme = packed({ language }).get("README.txt") ?? "";
  expect(readme).toContain(words);
  expect(readme).toContain("reject *:25");
  expect(readme).not.toMatch(/\{\{|\[\[|\n{4}/);
  const [, , ...intro] = readme.split("\n").slice(0, 8);
  expect(intro.filter((line) => line.length > 0 && line.length < 38)).toEqual(["    sh verify.sh"]);
  expect(Math.max(...readme.split("\n").map((line) => line.length))).toBeLessThan(105);
});

test.each(["en", "de", "fr", "nl"])(
  "in %s every verdict and condition has its own words",
  (language) => {
    const readme = (given: Partial<PackInput>) =>
      packed({ language, ...given }).get("README.txt") ?? "";
    const { evidence, mail } = aPackInput();
    const verdicts = [
      "port-allowed",
      "port-rejected",
      "relay-down",
      "not-our-ip",
      "not-tor-traffic",
      "cannot-tell",
    ] as const;
    const texts = [
      ...verdicts.map((verdict) => readme({ evidence: { ...evidence, verdict } })),
      readme({ mail: { ...mail, bytes: null }, withheld: "sealed" }),
      readme({ mail: { ...mail, bytes: null }, withheld: "csam" }),
      readme({ documents: [] }),
      readme({ leftOut: 4 }),
      readme({ relays: [] }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).not.toMatch(/\{\{|\[\[|\n{4}/);
  },
);

test("a mail that may not be handed out is not in the pack, its checksum is", () => {
  const { mail } = aPackInput();
  const pack = packed({ mail: { ...mail, bytes: null }, withheld: "sealed" });
  expect(pack.has("complaint.eml")).toBe(false);
  expect([...pack.values()].join("")).not.toContain("reporter.example");
  expect(pack.get("findings.json")).toContain(mail.sha256);
  expect(pack.get("README.txt")).toContain("confidential");
});

test("relays of one name, of odd names, and two descriptors of one moment get paths of their own", () => {
  const [a, b, c] = [relayKeys(), relayKeys(), relayKeys()];
  const relays = [
    aRelay({ nickname: "Twin", fingerprint: fingerprintOf(a) }),
    aRelay({ nickname: "twin", fingerprint: fingerprintOf(b) }),
    aRelay({ nickname: "../../x y", fingerprint: "unknown:x@192.0.2.9" }),
    aRelay({ nickname: "..", fingerprint: fingerprintOf(c) }),
  ];
  const documents = [
    aDescriptor({}, a),
    aDescriptor({ contact: "other" }, a),
    aDescriptor({}, b),
    aDescriptor(),
  ].flatMap((text) => documentsIn(Buffer.from(text)));
  const paths = [...packed({ relays, documents }).keys()].filter((path) => path.includes("/"));
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(8);
  for (const path of paths) {
    expect(path).toMatch(/^relay\/[A-Za-z0-9]+(-[0-9a-f]{16})?\/[a-z]+-[A-Za-z0-9-]+\.txt$/);
  }
});
