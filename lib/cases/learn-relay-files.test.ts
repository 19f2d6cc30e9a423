import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { loadHistory } from "../relays/store.ts";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { addRelayFromText } from "./add-relay.ts";
import { learnRelayFiles, type RelayFiles } from "./learn-relay-files.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let owner: Viewer;
beforeAll(async () => {
  desk = await aDesk();
  owner = desk.people.owner;
});
afterAll(async () => await desk.close());

const KEYS = relayKeys();
const FP = fingerprintOf(KEYS);
const OWN = aDescriptor({ contact: "Ærø <abuse@operator.example>" }, KEYS);
const STRANGER = aDescriptor({ nickname: "stranger" });
const LOG =
  "Feb 01 12:00:00.000 [notice] Tor 0.4.9.11 opening new log file.\nFeb 01 13:00:00.000 [notice] Clean shutdown finished. Exiting.\n";

const given = (texts: Record<string, string>, more: Partial<RelayFiles> = {}): RelayFiles => ({
  files: Object.entries(texts).map(([name, text]) => ({
    name,
    bytes: Buffer.from(text),
    modifiedAt: Date.parse("2026-02-02T00:00:00Z"),
  })),
  ours: [],
  allOurs: false,
  torrc: { from: NOW, addresses: [] },
  zone: "",
  now: NOW,
  ...more,
});

test("a relay's folder: its own descriptors, its log in the zone its state file tells, no stranger", async () => {
  const answer = await learnRelayFiles(
    desk.db,
    owner,
    given({
      "cached-descriptors": STRANGER + OWN,
      fingerprint: `relay7 ${FP}\n`,
      "notices.log": LOG,
      state:
        "# Tor state file last generated on 2026-02-01 13:00:00 local time\nLastWritten 2026-02-01 11:00:00\n",
      "old.tar.xz": "\u00fd7zXZ",
    }),
  );
  expect(answer).toMatchObject({ ok: true, relays: ["relay7"] });
  const { relays } = await loadHistory(desk.db);
  expect(relays).toMatchObject([
    {
      fingerprint: FP,
      uptime: [
        { from: Date.parse("2026-02-01T10:00:00Z"), to: Date.parse("2026-02-01T11:00:00Z") },
      ],
    },
  ]);
  expect((await desk.db.signedDocument.findMany()).map(({ fingerprint }) => fingerprint)).toEqual([
    FP,
  ]);
});

test("a pasted log counts for the one relay, and a descriptor with letters beyond ASCII is whole", async () => {
  const paste = { addresses: [], fingerprint: "", from: NOW, now: NOW };
  expect(await addRelayFromText(desk.db, owner, { ...paste, text: OWN })).toMatchObject({
    ok: true,
    notes: ["Descriptors: 1 about your relays."],
  });
  const log = await addRelayFromText(desk.db, owner, { ...paste, text: LOG });
  expect(log).toMatchObject({ ok: true, relays: ["relay7"] });
  const vote = "network-status-version 3\nvote-status vote\n";
  expect(await addRelayFromText(desk.db, owner, { ...paste, text: vote })).toMatchObject({
    code: "nothing-learnt",
    text: expect.stringContaining("one authority's vote"),
  });
});

test("a zone that is none is refused, and so are people who only read", async () => {
  expect(await learnRelayFiles(desk.db, owner, given({}, { zone: "Mars" }))).toMatchObject({
    code: "bad-zone",
  });
  const reader = desk.people["read-only"];
  expect(await learnRelayFiles(desk.db, reader, given({}))).toMatchObject({ code: "forbidden" });
});

test("descriptors given one by one in any order tell what all of them together tell", async () => {
  const days = [
    ["2026-02-01", "accept *:80", "192.0.2.7"],
    ["2026-02-03", "accept *:25", "192.0.2.8"],
    ["2026-02-05", "accept *:80", "192.0.2.7"],
    ["2026-02-07", "accept *:80", "192.0.2.7"],
  ].map(([day, line = "", address = ""]) => ({
    published: `${day} 00:00:00`,
    policy: [line, "reject *:*"],
    address,
  }));
  const orders = [
    [0, 1, 2, 3],
    [3, 0, 2, 1],
    [2, 3, 1, 0],
    [0, 2, 3, 1],
  ];
  for (const [index, order] of orders.entries()) {
    const keys = relayKeys();
    for (const day of order) {
      const text = aDescriptor({ nickname: `order${index}`, ...days[day] }, keys);
      await learnRelayFiles(desk.db, owner, given({ text }));
    }
    const { relays } = await loadHistory(desk.db);
    const relay = relays.find(({ fingerprint }) => fingerprint === fingerprintOf(keys));
    expect(
      relay?.policies.map(({ lines, from }) => `${new Date(from).getUTCDate()} ${lines[0]}`),
    ).toEqual(["1 accept *:80", "3 accept *:25", "5 accept *:80"]);
    expect(relay?.tenures.map(({ ip, from }) => `${new Date(from).getUTCDate()} ${ip}`)).toEqual([
      "1 192.0.2.7",
      "3 192.0.2.8",
      "5 192.0.2.7",
    ]);
  }
});
