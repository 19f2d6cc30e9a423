import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { ownAddresses } from "./dns.ts";
import { guardedRequest, type OutgoingRules } from "./http.ts";
import { parseInternalTarget } from "./internal-target.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) await close();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;
async function server(answer: Answer, host = "127.0.0.1", port = 0) {
  const seen: { url: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const http = createServer(async (asked, response) => {
    const { url = "", headers } = asked;
    seen.push({ url, headers, body: await text(asked) });
    answer(asked, response);
  });
  http.listen(port, host);
  await once(http, "listening");
  closing.push(
    () => http.closeAllConnections(),
    () => http.close(),
  );
  return { port: (http.address() as AddressInfo).port, seen };
}

/** A real name server that gives each question for an A record the next of these answers, the last one for ever. */
async function nameServer(...answers: string[][]) {
  const asked: string[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const name = query.subarray(12, -4).toString("latin1");
    const addresses = answers[Math.min(asked.push(name), answers.length) - 1] ?? [];
    const records = addresses.map((ip) =>
      // The name as a pointer to the question, A, IN, no time to live, four bytes (RFC 1035 4.1.3).
      Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...ip.split(".").map(Number)]),
    );
    const head = Buffer.from(query.subarray(0, 12));
    head.writeUInt16BE(0x8180, 2);
    head.writeUInt16BE(records.length, 6);
    head.writeUInt32BE(0, 8);
    const question = query.subarray(12, query.indexOf(0, 12) + 5);
    socket.send(Buffer.concat([head, question, ...records]), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  closing.push(() => socket.close());
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return { asked, resolve: (name: string) => resolver.resolve4(name) };
}

function rules(allowed: string, more: Partial<OutgoingRules> = {}): OutgoingRules {
  const target = parseInternalTarget(allowed);
  return { allowed: target === null ? [] : [target], timeoutMs: 1000, maxBytes: 1000, ...more };
}

test("a name server that answers another way the second time leads nowhere else", async () => {
  const outside = await server((_, response) => response.end("outside"));
  const inside = await server((_, response) => response.end("inside"), "127.0.0.2", outside.port);
  const url = new URL(`http://rebind.example:${outside.port}/`);
  const names = await nameServer(["127.0.0.1"], ["127.0.0.2"]);
  const answer = await guardedRequest(
    { url },
    rules(`127.0.0.1:${outside.port}`, { resolve: names.resolve }),
  );
  expect(answer).toMatchObject({ outcome: "answered", bytes: Buffer.from("outside") });
  expect(names.asked).toHaveLength(1);
  expect(inside.seen).toHaveLength(0);
  expect(outside.seen[0]?.headers.host).toBe(url.host);
  // What a guard that looks first and lets the connection look again does with the same name server.
  const again = await nameServer(["127.0.0.1"], ["127.0.0.2"]);
  expect(await again.resolve("rebind.example")).toEqual(["127.0.0.1"]);
  await new Promise((done) => {
    request(url, {
      agent: false,
      lookup: (name, _options, callback) =>
        void again.resolve(name).then(([ip = ""]) => callback(null, [{ address: ip, family: 4 }])),
    })
      .once("response", (response) => done(response.resume()))
      .end();
  });
  expect(inside.seen).toHaveLength(1);
});

test("a name that leads inside is not connected to, and of several addresses only those that may be are", async () => {
  const inside = await server((_, response) => response.end("inside"));
  const url = new URL(`http://inside.example:${inside.port}/`);
  const hidden = await nameServer(["127.0.0.1"]);
  expect(await guardedRequest({ url }, rules("", { resolve: hidden.resolve }))).toMatchObject({
    outcome: "failed",
    code: "forbidden",
    text: expect.stringContaining("ALLOWED_INTERNAL"),
  });
  const mixed = await nameServer(["10.0.0.1", "127.0.0.2", "127.0.0.1"]);
  const some = rules("127.0.0.1", { resolve: mixed.resolve });
  expect(await guardedRequest({ url }, some)).toMatchObject({ outcome: "answered" });
  expect(inside.seen).toHaveLength(1);
});

test.each([
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://0177.0.0.1/",
  "https://127.0.0.1./",
  "https://127。0。0。1/",
  "https://[::1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:7f00:1]/",
  "https://[64:ff9b::7f00:1]/",
  "https://[64:ff9b:1::7f00:1]/",
  "https://[2002:7f00:1::]/",
  "https://[fd00:ec2::254]/",
  "https://169.254.169.254/latest/meta-data/",
  "https://localhost/",
  "https://LOCALHOST./",
  "https://a.localhost/",
  "http://8.8.8.8/",
  "ftp://8.8.8.8/",
  "file:///etc/passwd",
  "https://someone:secret@8.8.8.8/",
  `https://${"a".repeat(56)}.onion/`,
  `https://${"a".repeat(56)}.ONION./`,
])("%s is refused before anything is asked", async (address) => {
  const resolve = vi.fn();
  const answer = await guardedRequest({ url: new URL(address) }, rules("", { resolve }));
  expect(answer).toMatchObject({ outcome: "failed", code: "forbidden" });
  expect(resolve).not.toHaveBeenCalled();
});

test("a public address of this machine itself is inside", async () => {
  const url = new URL("https://desk.example/");
  const mine = { resolve: async () => ["8.8.8.8"], own: ["8.8.8.8"] };
  expect(await guardedRequest({ url }, rules("", mine))).toMatchObject({ code: "forbidden" });
  expect(ownAddresses()).toContain("127.0.0.1");
});

test("an exception is for its port", async () => {
  const { port } = await server((_, response) => response.end("hello"));
  const url = new URL(`http://localhost:${port}/`);
  expect(await guardedRequest({ url }, rules(`127.0.0.1:${port}`))).toMatchObject({
    outcome: "answered",
  });
  expect(await guardedRequest({ url }, rules("127.0.0.1:1"))).toMatchObject({ code: "forbidden" });
});

test("what is sent arrives; no cookie goes out and a redirect is not followed", async () => {
  const other = await server((_, response) => response.end("other"));
  const { port, seen } = await server((_, response) =>
    response
      .writeHead(307, { location: `http://127.0.0.1:${other.port}/`, "set-cookie": "a=b" })
      .end("body of a redirect"),
  );
  const url = new URL(`http://127.0.0.1:${port}/hook?x=1`);
  const headers = { "Content-Type": "text/plain", Cookie: "a=b", Host: "evil.example" };
  for (const _ of [1, 2]) {
    const answer = await guardedRequest(
      { url, method: "POST", headers, body: "grüße" },
      rules("127.0.0.1"),
    );
    expect(answer).toMatchObject({ outcome: "answered", status: 307, bytes: new Uint8Array() });
  }
  expect(seen).toHaveLength(2);
  expect(seen[1]).toMatchObject({ url: "/hook?x=1", body: "grüße" });
  expect(seen[1]?.headers).toMatchObject({ "content-type": "text/plain", host: url.host });
  expect(seen[1]?.headers.cookie).toBeUndefined();
  expect(other.seen).toHaveLength(0);
});

test.each([
  { what: "too much", code: "too-large", answer: (r: ServerResponse) => r.end("x".repeat(2000)) },
  { what: "no end", code: "too-slow", answer: (r: ServerResponse) => r.write("x") },
  { what: "nothing", code: "too-slow", answer: () => undefined },
  {
    what: "a drop now and then",
    code: "too-slow",
    answer: (r: ServerResponse) => {
      const drip = setInterval(() => r.write("x"), 20);
      r.once("close", () => clearInterval(drip));
    },
  },
  {
    what: "an endless header",
    code: "unreachable",
    answer: (r: ServerResponse) => r.socket?.write(`HTTP/1.1 200 OK\r\na: ${"x".repeat(20_000)}`),
  },
  {
    what: "no HTTP",
    code: "unreachable",
    answer: (r: ServerResponse) => r.socket?.end("220 mail.example ESMTP\r\n"),
  },
  {
    what: "half of it",
    code: "unreachable",
    answer: (r: ServerResponse) =>
      r.writeHead(200, { "content-length": 9 }).write("x", () => r.destroy()),
  },
])("a server that sends $what is one sentence", async ({ answer, code }) => {
  const { port } = await server((_, response) => answer(response));
  const url = new URL(`http://127.0.0.1:${port}/`);
  const answered = await guardedRequest({ url }, rules("127.0.0.1", { timeoutMs: 200 }));
  expect(answered).toMatchObject({ outcome: "failed", code, text: expect.stringMatching(/[.]$/) });
});

test("a name server that says nothing, and a name that is not there", async () => {
  const url = new URL("https://silent.example/");
  const silent = { resolve: () => sleep(5000, [], { ref: false }), timeoutMs: 50 };
  expect(await guardedRequest({ url }, rules("", silent))).toMatchObject({ code: "too-slow" });
  const names = await nameServer([]);
  const unknown = await guardedRequest({ url }, rules("", { resolve: names.resolve }));
  expect(unknown).toMatchObject({ code: "unknown-name" });
});

test("an end that is asked for comes at once", async () => {
  const { port } = await server(() => undefined);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 30);
  const begun = performance.now();
  await guardedRequest(
    { url: new URL(`http://127.0.0.1:${port}/`) },
    rules("127.0.0.1", { signal: stop.signal, timeoutMs: 5000 }),
  );
  expect(performance.now() - begun).toBeLessThan(1000);
});

test("a header that would be two is no request", async () => {
  const { port, seen } = await server((_, response) => response.end());
  const answer = await guardedRequest(
    { url: new URL(`http://127.0.0.1:${port}/`), headers: { a: "b\r\nc: d" } },
    rules("127.0.0.1"),
  );
  expect(answer).toMatchObject({ outcome: "failed" });
  expect(seen).toHaveLength(0);
});

test("through a proxy a public name is the proxy's to resolve, and an address inside is refused before it is asked", async () => {
  const said: Buffer[] = [];
  const proxy = createTcpServer((socket) => {
    socket
      .on("error", () => undefined)
      .once("data", () => {
        socket.write(Buffer.from([5, 0]));
        socket.once("data", (asked) => {
          said.push(asked);
          // RFC 1928 section 6: 4 is "host unreachable".
          socket.end(Buffer.from([5, 4, 0, 1, 0, 0, 0, 0, 0, 0]));
        });
      });
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  closing.push(() => proxy.close());
  const resolve = vi.fn();
  const through = { host: "127.0.0.1", port: (proxy.address() as AddressInfo).port };
  for (const address of ["https://10.0.0.1/", "https://localhost/", "http://hook.example/"]) {
    const inside = { url: new URL(address) };
    expect(await guardedRequest(inside, rules("", { proxy: through, resolve }))).toMatchObject({
      code: "forbidden",
    });
  }
  expect(said).toHaveLength(0);
  const named = { url: new URL("https://hook.example/") };
  expect(await guardedRequest(named, rules("", { proxy: through, resolve }))).toMatchObject({
    code: "unreachable",
  });
  expect(said[0]?.toString("latin1")).toContain("hook.example");
  expect(resolve).not.toHaveBeenCalled();
});

test("without a resolver of its own the machine's is asked", async () => {
  const url = new URL("https://no-such-name.invalid/");
  expect(await guardedRequest({ url }, rules("", { timeoutMs: 4000 }))).toMatchObject({
    outcome: "failed",
    code: expect.stringMatching(/unknown-name|too-slow/),
  });
});
