import { afterAll, beforeAll, expect, test } from "vitest";
import { networkFacts, readNetwork } from "../relays/network-store.ts";
import { reachingExits } from "../relays/reaching-exits.ts";
import { aConsensus } from "../testing/a-consensus.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { learnNetwork, WHOLE_NETWORK } from "./learn-network.ts";
import { learnRelayFiles } from "./learn-relay-files.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

const file = (text: string, name = "cached-consensus") => ({
  name,
  bytes: Buffer.from(text, "latin1"),
  modifiedAt: null,
});
const learn = (text: string, viewer = desk.people.operator) =>
  learnNetwork(desk.db, viewer, { files: [file(text)], now: NOW });

const SMALL = [
  { nickname: "seven", ip: "192.0.2.7", p: "accept 22,443" },
  { nickname: "eight", ip: "192.0.2.8", p: "accept 443" },
  { nickname: "nine", ip: "192.0.2.9", p: "reject 1-65535" },
];

async function reaching(port: number) {
  const network = await readNetwork(desk.db);
  if (network === null) throw new Error("no network");
  return reachingExits(network, network.groups, { ip: "198.51.100.1", port });
}

test("without any network there is nothing to ask", async () => {
  expect(await readNetwork(desk.db)).toBeNull();
});

test("a consensus tells who reaches what, with its age and what it cannot say", async () => {
  expect(await learn(aConsensus("2026-02-01 10:00:00", SMALL))).toMatchObject({
    ok: true,
    relays: 3,
  });
  expect(await networkFacts(desk.db)).toMatchObject({
    from: "consensus of 2026-02-01T10:00:00Z",
    at: Date.parse("2026-02-01T10:00:00Z"),
    relays: 3,
    source: "cached-consensus",
  });
  const ssh = await reaching(22);
  expect(ssh.exits.map(({ nickname, addresses }) => [nickname, addresses])).toEqual([
    ["seven", ["192.0.2.7"]],
  ]);
  expect(ssh.about).toBe(
    "1 exit whose policy allows 198.51.100.1:22, consensus of 2026-02-01T10:00:00Z",
  );
  expect(ssh.caveats[0]).toContain("3 of 3 relays by their port summary");
});

test("a newer one takes its place, an older one does not", async () => {
  await learn(aConsensus("2026-02-01 12:00:00", SMALL.slice(1)));
  expect((await reaching(22)).exits).toEqual([]);
  expect(await learn(aConsensus("2026-02-01 11:00:00", SMALL))).toMatchObject({
    ok: false,
    code: "older-network",
  });
  expect(await desk.db.networkSnapshot.count()).toBe(1);
});

test.each([
  "",
  "p accept 80",
  '{"relays":[]}',
  "network-status-version 3\nvalid-after 2026-02-02 10:00:00\n",
])("%j is no network, and the one before stays", async (text) => {
  expect(await learn(text)).toMatchObject({ ok: false, code: "no-network" });
  expect((await networkFacts(desk.db))?.relays).toBe(2);
});

test("who may not add relays may not add networks", async () => {
  const text = aConsensus("2026-02-03 10:00:00", SMALL);
  expect(await learn(text, desk.people["read-only"])).toMatchObject({
    ok: false,
    code: "forbidden",
  });
  expect(await learn(text, desk.people.counsel)).toMatchObject({ ok: false, code: "forbidden" });
});

test("a whole network among the files of a relay is kept as well, a part of one is not", async () => {
  const give = (text: string) =>
    learnRelayFiles(desk.db, desk.people.owner, {
      files: [file(text)],
      ours: [],
      allOurs: false,
      torrc: { from: NOW, addresses: [] },
      zone: "",
      now: NOW,
    });
  await give(aConsensus("2026-02-04 10:00:00", SMALL));
  expect((await networkFacts(desk.db))?.relays).toBe(2);
  const many = Array.from({ length: WHOLE_NETWORK }, (_, at) => ({
    nickname: `r${at}`,
    ip: `198.51.${100 + Math.floor(at / 250)}.${at % 250}`,
    p: at % 2 === 0 ? "accept 443" : "reject 1-65535",
  }));
  await give(aConsensus("2026-02-04 10:00:00", many));
  expect((await networkFacts(desk.db))?.relays).toBe(WHOLE_NETWORK);
  expect((await reaching(443)).exits).toHaveLength(WHOLE_NETWORK / 2);
});
