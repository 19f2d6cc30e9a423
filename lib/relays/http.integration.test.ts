import { spawn } from "node:child_process";
import dns from "node:dns";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, isIP } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { parseInternalTarget } from "../net/internal-target.ts";
import { fetchDocument } from "./http.ts";
import { onionooPlace } from "./onionoo-address.ts";

const LOOPBACK = [parseInternalTarget("127.0.0.1"), parseInternalTarget("::1")].flatMap(
  (target) => target ?? [],
);
const LIMITS = { timeoutMs: 1000, maxBytes: 1000, allowed: LOOPBACK };
const SAME_SINCE = "Mon, 02 Mar 2026 04:00:00 GMT";
const closing: (() => unknown)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) await close();
});

async function server(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const seen: IncomingMessage[] = [];
  const http = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  closing.push(
    () => http.closeAllConnections(),
    () => http.close(),
  );
  return { port: (http.address() as AddressInfo).port, seen };
}

/** The real microsocks, on a port nothing else has. */
async function microsocks(): Promise<string> {
  const probe = createTcpServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  const child = spawn("/usr/bin/microsocks", ["-i", "127.0.0.1", "-p", `${port}`], {
    stdio: "ignore",
  });
  closing.push(() => child.kill());
  for (let tries = 0; tries < 50 && !(await answers(port)); tries += 1) await sleep(50);
  return `127.0.0.1:${port}`;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const up = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  return up;
}

function placeOf(address: string, proxy = "") {
  const place = onionooPlace(address, proxy);
  if ("flaw" in place) throw new Error(place.flaw);
  return place;
}

/** A socket "looks up" addresses as well; those are no question to anybody. */
function namesAsked(lookup: { mock: { calls: unknown[][] } }): unknown[] {
  return lookup.mock.calls.map(([name]) => name).filter((name) => isIP(String(name)) === 0);
}

test("a document is fetched, and not again while it is the same", async () => {
  const { port, seen } = await server((request, response) => {
    if (request.headers["if-modified-since"] === SAME_SINCE) response.writeHead(304).end();
    else response.writeHead(200, { "last-modified": SAME_SINCE }).end("hello");
  });
  const place = placeOf(`http://127.0.0.1:${port}/onionoo`);
  const first = await fetchDocument(place, "details?family=AA", null, LIMITS);
  expect(first).toEqual({ outcome: "new", bytes: Buffer.from("hello"), lastModified: SAME_SINCE });
  expect(await fetchDocument(place, "details?family=AA", SAME_SINCE, LIMITS)).toEqual({
    outcome: "same",
  });
  expect(seen.map(({ url }) => url)).toEqual([
    "/onionoo/details?family=AA",
    "/onionoo/details?family=AA",
  ]);
});

test("an address inside is asked only where the owner of the machine named it", async () => {
  const { port, seen } = await server((_, response) => response.end("inside"));
  const place = placeOf(`http://127.0.0.1:${port}/`);
  vi.stubEnv("ALLOWED_INTERNAL", "");
  expect(await fetchDocument(place, "details", null)).toMatchObject({
    outcome: "flaw",
    flaw: expect.stringContaining("ALLOWED_INTERNAL"),
  });
  expect(seen).toHaveLength(0);
  vi.stubEnv("ALLOWED_INTERNAL", `127.0.0.1:${port}`);
  expect(await fetchDocument(place, "details", null)).toMatchObject({ outcome: "new" });
  vi.unstubAllEnvs();
});

test("through a proxy that resolves names the name goes to the proxy, and never to a resolver here", async () => {
  const lookup = vi.spyOn(dns, "lookup");
  const { port, seen } = await server((_, response) => response.end("through"));
  const place = placeOf(`http://localhost:${port}/`, await microsocks());
  expect(await fetchDocument(place, "details", null, LIMITS)).toMatchObject({
    outcome: "new",
    bytes: Buffer.from("through"),
  });
  expect(seen).toHaveLength(1);
  expect(namesAsked(lookup)).toEqual([]);
});

test("an onion name is handed to the proxy as a name", async () => {
  const lookup = vi.spyOn(dns, "lookup");
  const said: Buffer[] = [];
  const proxy = createTcpServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.from([5, 0]));
      socket.once("data", (asked) => {
        said.push(asked);
        // RFC 1928, section 6: 4 is "host unreachable".
        socket.end(Buffer.from([5, 4, 0, 1, 0, 0, 0, 0, 0, 0]));
      });
    });
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  closing.push(() => proxy.close());
  const { port } = proxy.address() as AddressInfo;
  const onion = `${"a".repeat(56)}.onion`;
  const place = placeOf(`http://${onion}/`, `127.0.0.1:${port}`);
  const fetched = await fetchDocument(place, "details", null, LIMITS);
  expect(fetched).toMatchObject({ outcome: "flaw", flaw: expect.stringContaining(onion) });
  // Version, CONNECT, reserved, type 3 (a name), its length, the name.
  expect(said[0]?.subarray(0, 5)).toEqual(Buffer.from([5, 1, 0, 3, onion.length]));
  expect(said[0]?.toString("latin1")).toContain(onion);
  expect(namesAsked(lookup)).toEqual([]);
});

test("an onion name is not asked for without a proxy, whoever calls", async () => {
  const lookup = vi.spyOn(dns, "lookup");
  const baseUrl = new URL(`http://${"a".repeat(56)}.onion/`);
  expect(await fetchDocument({ baseUrl, proxy: null }, "details", null, LIMITS)).toMatchObject({
    outcome: "flaw",
  });
  expect(namesAsked(lookup)).toEqual([]);
});

test("another host is never asked, neither by a path nor by a redirect", async () => {
  const other = await server((_, response) => response.end("other"));
  const { port } = await server((_, response) =>
    response.writeHead(302, { location: `http://127.0.0.1:${other.port}/` }).end(),
  );
  const place = placeOf(`http://127.0.0.1:${port}/`);
  expect(await fetchDocument(place, "details", null, LIMITS)).toMatchObject({
    flaw: expect.stringContaining("is not followed"),
  });
  expect(await fetchDocument(place, `//127.0.0.1:${other.port}/`, null, LIMITS)).toMatchObject({
    outcome: "flaw",
  });
  expect(other.seen).toHaveLength(0);
});

test.each([
  { what: "too much", answer: (r: ServerResponse) => r.end("x".repeat(2000)), flaw: /more than/ },
  {
    what: "no end",
    answer: (r: ServerResponse) => r.write("x"),
    flaw: /did not answer in time|could not be asked/,
  },
  { what: "nothing", answer: () => undefined, flaw: /did not answer in time/ },
  {
    what: "half of it",
    answer: (r: ServerResponse) =>
      r.writeHead(200, { "content-length": 9 }).write("x", () => r.destroy()),
    flaw: /could not be asked/,
  },
  {
    what: "busy",
    answer: (r: ServerResponse) => r.writeHead(503).end(),
    flaw: /answered 503; it is asked again later/,
  },
  {
    what: "no such page",
    answer: (r: ServerResponse) => r.writeHead(404).end(),
    flaw: /answered 404; check the address/,
  },
])("a server that sends $what is one sentence", async ({ answer, flaw }) => {
  const { port } = await server((_, response) => void answer(response));
  const place = placeOf(`http://127.0.0.1:${port}/`);
  expect(await fetchDocument(place, "details", null, LIMITS)).toMatchObject({
    outcome: "flaw",
    flaw: expect.stringMatching(flaw),
  });
});

test("a proxy that is not there is named", async () => {
  const place = placeOf("https://onionoo.example/", "127.0.0.1:9");
  expect(await fetchDocument(place, "details", null, LIMITS)).toMatchObject({
    flaw: expect.stringContaining("Nothing listens at the proxy 127.0.0.1:9"),
  });
});
