import { expect, test } from "vitest";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { toIso } from "../time/instant.ts";
import type { RelayHistory } from "./history.ts";
import { learnFromDocuments } from "./learn-from-documents.ts";
import { readTorDocument } from "./read-tor-document.ts";

const EMPTY: RelayHistory = { relays: [] };
const NOW = Date.parse("2026-03-01T00:00:00Z");
const OURS = relayKeys();
const FP = fingerprintOf(OURS);
const STRANGER = aDescriptor({ nickname: "stranger", address: "198.51.100.9" });
const own = (day: string, address = "192.0.2.7") =>
  aDescriptor({ published: `2026-02-${day} 00:00:00`, address }, OURS);
const id = Buffer.from(FP, "hex").toString("base64").slice(0, 27);
const other = Buffer.alloc(20, 9).toString("base64").slice(0, 27);
const CONSENSUS = [
  "network-status-version 3",
  "vote-status consensus",
  "valid-after 2026-02-10 10:00:00",
  `r relay7 ${id} ${other} 2026-02-10 03:00:00 192.0.2.8 443 0`,
  "p accept 80",
  `r stranger ${other} ${id} 2026-02-10 03:00:00 198.51.100.9 443 0`,
  "p accept 80",
  "",
].join("\n");
const EXITS = `ExitNode ${FP}\nExitAddress 203.0.113.7 2026-02-11 09:30:00\n`;
const LOG = [
  "Feb 01 10:00:00.000 [notice] Tor 0.4.9.11 opening new log file.",
  "Feb 02 10:00:00.000 [notice] Clean shutdown finished. Exiting.",
  "",
].join("\n");

const documents = (...texts: string[]) =>
  texts.map((text, index) =>
    readTorDocument(
      { name: `file ${index}`, bytes: Buffer.from(text, "latin1") },
      { clock: { zone: 0, writtenBefore: NOW }, learnedAt: NOW },
    ),
  );
function learn(
  history: RelayHistory,
  texts: string[],
  given: { ours?: string[]; allOurs?: boolean } = {},
) {
  return learnFromDocuments(history, documents(...texts), {
    learnedAt: NOW,
    ours: [],
    allOurs: false,
    torrc: { from: NOW, addresses: [] },
    ...given,
  });
}
const tenures = ({ relays }: RelayHistory) =>
  relays.flatMap((relay) =>
    relay.tenures.map(
      ({ ip, from, to }) =>
        `${relay.nickname} ${ip} ${toIso(from).slice(5, 10)}..${to === null ? "" : toIso(to).slice(5, 10)}`,
    ),
  );

test("a network's document adds no stranger, and says how many it passed over", () => {
  const { history, files, changed } = learn(EMPTY, [CONSENSUS, STRANGER + own("01"), EXITS]);
  expect([history, changed]).toEqual([EMPTY, []]);
  expect(files.map(({ text }) => text)).toEqual([
    expect.stringMatching(/nothing about your relays. 2 others passed over/),
    expect.stringMatching(/^Descriptors: nothing.*2 others/),
    expect.stringMatching(/^Exit list: nothing.*1 other /),
  ]);
});

test.each([
  ["named by the operator", [], { ours: [FP] }],
  ["named by the fingerprint file beside it", [`relay7 ${FP}\n`], {}],
  ["all declared the operator's", [], { allOurs: true }],
])("a relay is learnt when %s", (_how, more, given) => {
  const { history } = learn(EMPTY, [STRANGER + own("01"), ...more], given);
  expect(history.relays.map(({ fingerprint }) => fingerprint)).toContain(FP);
});

test("descriptors of one relay alone are given because it is the operator's", () => {
  expect(learn(EMPTY, [own("01"), own("02")]).changed).toHaveLength(1);
});

test("what is learnt does not depend on the order of the files", () => {
  const files = [own("01"), CONSENSUS, own("12", "192.0.2.9"), EXITS];
  const forwards = tenures(learn(EMPTY, files).history);
  expect(forwards).toEqual([
    "relay7 192.0.2.7 02-01..02-10",
    "relay7 192.0.2.8 02-10..02-12",
    "relay7 203.0.113.7 02-11..",
    "relay7 192.0.2.9 02-12..",
  ]);
  expect(tenures(learn(EMPTY, files.toReversed()).history)).toEqual(forwards);
});

test("a log without a name belongs to the one relay there is, and to none when there are two", () => {
  const one = learn(EMPTY, [own("01")]).history;
  expect(learn(one, [LOG]).history.relays[0]?.uptime).toMatchObject([{ source: "notice log" }]);
  const two = learn(one, [STRANGER]).history;
  const { changed, files } = learn(two, [LOG]);
  expect(changed).toEqual([]);
  expect(files[0]?.text).toMatch(/whose it is: give the relay's fingerprint/);
});

test("a torrc beside the fingerprint file of its relay is that relay's", () => {
  const torrc = "Nickname relay7\nORPort 192.0.2.7:9001\nExitRelay 1\nExitPolicy reject *:*\n";
  const { history } = learn(EMPTY, [torrc, `relay7 ${FP}\n`]);
  expect(history.relays).toMatchObject([{ fingerprint: FP, policies: [{ form: "torrc" }] }]);
});

test("unchanged knowledge is no change", () => {
  const { history } = learn(EMPTY, [own("01")]);
  expect(tenures(learn(history, [own("02")]).history)).toEqual(tenures(history));
});
