import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { listRelays, saveRelay } from "../relays/store.ts";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { aRelay } from "../testing/a-relay.ts";
import { answerFamily, listFamilyOffers } from "./adopt-family.ts";
import { refreshRelays } from "./refresh-relays.ts";
import type { RelaySourceForm } from "./relay-source-form.ts";
import { removeRelay } from "./remove-relay.ts";
import {
  listRelaySources,
  readRelaySourceNow,
  removeRelaySource,
  saveRelaySource,
} from "./save-relay-source.ts";

const KEY = new Uint8Array(32).fill(7);
const HOUR = 3600_000;
const [OTHER, THIRD] = ["B".repeat(40), "C".repeat(40)];
let desk: Awaited<ReturnType<typeof aDesk>>;
let folder: string;
let now = NOW;

beforeAll(async () => {
  vi.stubEnv("ALLOWED_INTERNAL", "127.0.0.1");
  desk = await aDesk();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await desk.close();
});
beforeEach(() => {
  now = NOW;
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-source-"));
});
afterEach(async () => {
  await desk.db.relaySource.deleteMany();
  await desk.db.relay.deleteMany();
  await desk.db.familyOffer.deleteMany();
  rmSync(folder, { recursive: true });
});

const FORM: RelaySourceForm = { kind: "folder", enabled: true };
const save = (form: Partial<RelaySourceForm>, viewer = desk.people.operator) =>
  saveRelaySource(desk.db, viewer, { sourceId: null, form: { ...FORM, ...form }, now }, KEY);
const refresh = () => refreshRelays(desk.db, { secretKey: KEY, now: () => now, random: () => 0.5 });

async function theSource() {
  const [source] = await listRelaySources(desk.db, desk.people.owner);
  if (!source) throw new Error("no source");
  return source;
}

async function known() {
  return (await listRelays(desk.db, desk.people.owner)).map(({ relay }) => relay);
}

function put(name: string, text: string, writtenAt: number) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, writtenAt / 1000, writtenAt / 1000);
  return file;
}

const KEYS = relayKeys();
const PRINT = fingerprintOf(KEYS);

test("a DataDirectory is read when it is saved, and again only when something changed", async () => {
  put("fingerprint", `relay7 ${PRINT}\n`, now);
  put("cached-descriptors", aDescriptor({ published: "2026-02-01 00:00:00" }, KEYS), now);
  expect(await save({ dataDirectory: folder })).toEqual({ ok: true });
  expect(await refresh()).toBe(true);
  expect(await known()).toMatchObject([{ nickname: "relay7", fingerprint: PRINT }]);
  expect(await theSource()).toMatchObject({
    lastReadAt: now,
    lastProblem: null,
    lastText: "Learnt about relay7.",
  });
  expect(await refresh(), "not due").toBe(false);
  now += 2 * HOUR;
  expect(await refresh()).toBe(true);
  expect(await theSource()).toMatchObject({
    lastText: "Nothing new since the last reading.",
    lastReadAt: now,
  });
});

test("a torrc with what it includes counts from when tor read it, as its log says", async () => {
  const edited = Date.parse("2026-02-01T10:00:00Z");
  put("torrc.d/exit.conf", "ExitPolicy accept *:443\n", edited);
  const torrc = put(
    "torrc",
    `Nickname relay7\nORPort 192.0.2.7:9001\nExitRelay 1\n%include ${folder}/torrc.d\nExitPolicy reject *:*\n`,
    edited,
  );
  const start = "Feb 01 08:00:00.000 [notice] Tor 0.4.9.11 opening new log file.\n";
  const log = put("notices.log", start, Date.parse("2026-02-01T08:00:00Z"));
  await save({ torrc, log, zone: "UTC" });
  await refresh();
  expect(await known()).toEqual([]);
  expect((await theSource()).lastProblem).toContain("reload tor");
  const reload = 'Feb 01 12:00:00.000 [notice] Read configuration file "/etc/tor/torrc".\n';
  put("notices.log", start + reload, Date.parse("2026-02-01T12:00:00Z"));
  now += 2 * HOUR;
  await refresh();
  expect(await known()).toMatchObject([
    {
      policies: [
        {
          lines: ["ExitRelay 1", "ExitPolicy accept *:443", "ExitPolicy reject *:*"],
          from: Date.parse("2026-02-01T12:00:00Z"),
        },
      ],
    },
  ]);
});

test("what is not there is one sentence, and asked for less and less often", async () => {
  await save({ dataDirectory: path.join(folder, "gone") });
  const waits: number[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    await refresh();
    const { dueAt, lastProblem, lastReadAt } = await theSource();
    expect(lastProblem).toMatch(/gone does not exist: check the path[.]$/);
    expect(lastReadAt).toBeNull();
    waits.push(dueAt - now);
    now = dueAt;
  }
  expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
  expect(waits[2]).toBeGreaterThan(waits[1] ?? 0);
  put("gone/fingerprint", `relay7 ${PRINT}\n`, now);
  put("gone/cached-descriptors", aDescriptor({}, KEYS), now);
  await refresh();
  expect(await theSource()).toMatchObject({ lastProblem: null, attempts: 0 });
});

test("Read now is done at once; a source that is off is not read", async () => {
  put("fingerprint", `relay7 ${PRINT}\n`, now);
  put("cached-descriptors", aDescriptor({}, KEYS), now);
  await save({ dataDirectory: folder, enabled: false });
  const { id } = await theSource();
  expect(await refresh()).toBe(false);
  expect(
    await readRelaySourceNow(desk.db, desk.people.operator, { sourceId: id, now }),
  ).toMatchObject({ code: "switched-off" });
  const form = { ...FORM, dataDirectory: folder };
  await saveRelaySource(desk.db, desk.people.operator, { sourceId: id, form, now }, KEY);
  await refresh();
  expect(await readRelaySourceNow(desk.db, desk.people.operator, { sourceId: id, now })).toEqual({
    ok: true,
  });
  expect(await refresh()).toBe(true);
});

test("two workers do not read the same source at once", async () => {
  put("fingerprint", `relay7 ${PRINT}\n`, now);
  await save({ dataDirectory: folder });
  expect((await Promise.all([refresh(), refresh()])).filter((read) => read)).toHaveLength(1);
});

test("a control port's password is kept sealed, and a port nothing listens at is one sentence", async () => {
  await save({ kind: "control", where: "127.0.0.1:9", password: "very secret" });
  expect(JSON.stringify(await desk.db.relaySource.findMany())).not.toContain("very secret");
  expect(JSON.stringify(await theSource())).not.toMatch(/very secret|v1[.]/);
  await refresh();
  expect((await theSource()).lastProblem).toBe(
    "127.0.0.1:9: nothing listens there; set ControlPort in the torrc.",
  );
});

async function onionoo(
  answer: (url: string) => unknown,
): Promise<{ address: string; asked: string[]; http: Server }> {
  const asked: string[] = [];
  const http = createServer((request, response) => {
    asked.push(`${request.url}${request.headers["if-modified-since"] ? " (again)" : ""}`);
    if (request.headers["if-modified-since"]) response.writeHead(304).end();
    else
      response
        .writeHead(200, { "last-modified": "Mon, 02 Mar 2026 04:00:00 GMT" })
        .end(JSON.stringify(answer(request.url ?? "")));
  }).listen(0, "127.0.0.1");
  await once(http, "listening");
  return { address: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`, asked, http };
}

function familyDocument(url: string, prints: string[]) {
  if (url.startsWith("/uptime")) {
    const month = { first: "2026-02-01 02:00:00", interval: 14400, factor: 1, values: [1, 1] };
    return {
      relays_published: "2026-03-01 00:00:00",
      relays: prints.map((fingerprint) => ({ fingerprint, uptime: { "1_month": month } })),
    };
  }
  const relays = prints.map((fingerprint, index) => ({
    nickname: `relay${index}`,
    fingerprint,
    or_addresses: [`192.0.2.${index + 7}:9001`],
    last_seen: "2026-03-01 00:00:00",
    effective_family: prints.filter((print) => print !== fingerprint),
  }));
  return { relays_published: "2026-03-01 00:00:00", relays };
}

test("Onionoo: nothing is asked before it is switched on; then once a family; the family is offered and adopted at once", async () => {
  const ours = "7".repeat(40);
  await saveRelay(desk.db, aRelay({ fingerprint: ours }));
  const { address, asked, http } = await onionoo((url) =>
    familyDocument(url, [ours, OTHER, THIRD]),
  );
  try {
    await refresh();
    await save({ kind: "onionoo", address, enabled: false });
    now += 10 * HOUR;
    await refresh();
    expect(asked).toEqual([]);
    const { id } = await theSource();
    const form = { ...FORM, kind: "onionoo" as const, address };
    await saveRelaySource(desk.db, desk.people.owner, { sourceId: id, form, now }, KEY);
    await refresh();
    expect(asked.splice(0)).toEqual([`/details?family=${ours}`, `/uptime?family=${ours}`]);
    expect(await known()).toMatchObject([
      { fingerprint: ours, uptime: [{ source: "Onionoo uptime" }] },
    ]);
    const offers = await listFamilyOffers(desk.db, desk.people.owner);
    expect(offers.map(({ fingerprint, mutual }) => [fingerprint, mutual])).toEqual([
      [OTHER, true],
      [THIRD, true],
    ]);
    const adopted = await answerFamily(desk.db, desk.people.operator, {
      fingerprints: "all",
      answer: "adopted",
      now,
    });
    expect(adopted).toEqual({ ok: true, count: 2 });
    await refresh();
    expect(asked.splice(0), "one family, one question").toHaveLength(2);
    expect((await known()).map(({ tenures }) => tenures.length > 0)).toEqual([true, true, true]);
    now += 2 * HOUR;
    await refresh();
    expect(asked.every((one) => one.endsWith("(again)"))).toBe(true);
    expect(await theSource()).toMatchObject({ lastProblem: null });
  } finally {
    http.close();
  }
});

test("a relay that was removed is not taught again by a source, nor is one of the family that was declined", async () => {
  put("fingerprint", `relay7 ${PRINT}\n`, now);
  put("cached-descriptors", aDescriptor({}, KEYS), now);
  await save({ dataDirectory: folder });
  await refresh();
  const [row] = await listRelays(desk.db, desk.people.owner);
  await removeRelay(desk.db, desk.people.owner, { relayId: row?.id ?? "", now });
  put("cached-descriptors", aDescriptor({ published: "2026-02-20 00:00:00" }, KEYS), now + HOUR);
  now += 2 * HOUR;
  await refresh();
  expect(await known()).toEqual([]);
});

test.each([
  { what: "no path", form: {}, text: /DataDirectory/ },
  { what: "half a path", form: { torrc: "etc/torrc" }, text: /begins with \// },
  { what: "a zone nobody has", form: { log: "/x", zone: "Atlantis" }, text: /is no time zone/ },
  {
    what: "a far control port",
    form: { kind: "control" as const, where: "192.0.2.1:9051" },
    text: /another machine/,
  },
  {
    what: "an onion without a proxy",
    form: { kind: "onionoo" as const, address: `http://${"a".repeat(56)}.onion/` },
    text: /SOCKS5 proxy/,
  },
])("$what is refused in a sentence", async ({ form, text }) => {
  expect(await save(form)).toMatchObject({ ok: false, text: expect.stringMatching(text) });
});

test("who may not manage relays neither sees nor changes a source", async () => {
  const viewer = desk.people["read-only"];
  expect(await save({ dataDirectory: "/x" }, viewer)).toMatchObject({ code: "forbidden" });
  await save({ dataDirectory: "/x" });
  const { id } = await theSource();
  expect(await listRelaySources(desk.db, viewer)).toEqual([]);
  expect(await removeRelaySource(desk.db, viewer, { sourceId: id })).toMatchObject({
    code: "forbidden",
  });
  expect(await readRelaySourceNow(desk.db, viewer, { sourceId: id, now })).toMatchObject({
    code: "forbidden",
  });
  expect(await removeRelaySource(desk.db, desk.people.owner, { sourceId: id })).toEqual({
    ok: true,
  });
});
