import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { exitsReaching } from "../exit-policy/exits-reaching.ts";
import { aDescriptor } from "../testing/a-descriptor.ts";
import { joinNetwork, networkGroups } from "./join-network.ts";
import { readDescriptors } from "./read-descriptor.ts";
import { readTorDocument } from "./read-tor-document.ts";

const read = (...texts: string[]) =>
  texts.map((text, index) =>
    readTorDocument(
      { name: `file ${index}`, bytes: Buffer.from(text, "latin1") },
      { clock: { zone: 0, writtenBefore: 0 }, learnedAt: 0 },
    ),
  );
const base64 = (digit: string) =>
  Buffer.from(digit.repeat(40), "hex").toString("base64").slice(0, 27);
const DESCRIPTOR = aDescriptor({
  policy: ["reject 198.51.100.0/24:*", "accept *:443", "reject *:*"],
});
const DIGEST = Buffer.from(
  readDescriptors(Buffer.from(DESCRIPTOR)).descriptors[0]?.digest ?? "",
  "hex",
)
  .toString("base64")
  .slice(0, 27);
const MICRO = "onion-key\nntor-onion-key x\na [2001:db8::8]:443\np accept 443\np6 accept 443\n";
const MICRO_DIGEST = createHash("sha256").update(MICRO).digest("base64").slice(0, 43);

function ns(hour: string, entries: string[]): string {
  const head = [
    "network-status-version 3",
    "vote-status consensus",
    `valid-after 2026-02-01 ${hour}:00:00`,
  ];
  return [...head, ...entries, "directory-footer", ""].join("\n");
}
const NEW = ns("10", [
  `r seven ${base64("7")} ${DIGEST} 2026-02-01 03:00:00 192.0.2.7 443 0`,
  "p accept 443",
  `r eight ${base64("8")} ${base64("a")} 2026-02-01 03:00:00 192.0.2.8 443 0`,
  "p accept 443",
  `r nine ${base64("9")} ${base64("b")} 2026-02-01 03:00:00 192.0.2.9 443 0`,
  "p reject 1-65535",
]);
const OLD = ns("09", [
  `r ten ${base64("1")} ${base64("c")} 2026-02-01 03:00:00 192.0.2.10 443 0`,
  "p accept 443",
]);
const MICRO_CONSENSUS = ns("10", [
  `r eight ${base64("8")} 2026-02-01 03:00:00 192.0.2.8 443 0`,
  `m ${MICRO_DIGEST}`,
]).replace("version 3", "version 3 microdesc");
const EXITS = `ExitNode ${"8".repeat(40)}\nExitAddress 203.0.113.8 2026-02-01 09:30:00\nExitAddress 203.0.113.9 2026-01-28 09:30:00\n`;

function reach(texts: string[], ip: string) {
  const network = joinNetwork(read(...texts));
  if ("flaw" in network) return network.flaw;
  const reaching = exitsReaching(networkGroups(network).groups, { ip, port: 443 });
  const lines = reaching.flatMap(({ relays, decision }) =>
    relays.map(
      (relay) => `${relay.nickname} ${relay.addresses} ${decision.result}: ${decision.rule}`,
    ),
  );
  return lines.sort().reverse();
}

test("the newest consensus counts, each relay by the best policy its digests lead to", () => {
  const files = [OLD, MICRO, EXITS, DESCRIPTOR, MICRO_CONSENSUS, NEW];
  expect(reach(files, "192.0.2.200")).toEqual([
    "seven 192.0.2.7 accept: accept *:443",
    "eight 192.0.2.8,2001:db8::8,203.0.113.8 probably-accept: p accept 443",
  ]);
  expect(reach(files, "198.51.100.1")).toEqual([expect.stringMatching(/^eight/)]);
  expect(reach(files, "2001:db8::99")).toEqual([expect.stringMatching(/^eight.*p6 accept 443/)]);
  expect(joinNetwork(read(...files))).toMatchObject({ exact: 1, withoutIpv6: 1, withoutPolicy: 0 });
});

test("a consensus alone answers by its summaries, and says that IPv6 is not in them", () => {
  expect(reach([NEW], "198.51.100.1")).toHaveLength(2);
  expect(joinNetwork(read(NEW))).toMatchObject({ exact: 0, withoutIpv6: 3 });
});

test("a descriptor that was changed is nobody's policy", () => {
  expect(reach([DESCRIPTOR], "192.0.2.200")).toHaveLength(1);
  expect(reach([DESCRIPTOR.replace("accept *:443", "accept *:44")], "192.0.2.200")).toMatch(
    /signature/,
  );
});

test("what is missing is one sentence", () => {
  expect(reach([MICRO], "192.0.2.1")).toMatch(/do not name their relays/);
  expect(reach([MICRO_CONSENSUS], "192.0.2.1")).toMatch(/tells no policies/);
  expect(reach([], "192.0.2.1")).toMatch(/no consensus/);
  const noPolicies = `{"relays_published":"2026-02-01 10:00:00","relays":[{"fingerprint":"${"7".repeat(40)}","or_addresses":["192.0.2.7:1"]}]}`;
  expect(reach([noPolicies], "192.0.2.1")).toMatch(/no exit policies/);
});
