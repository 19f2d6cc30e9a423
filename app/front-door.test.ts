import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { frontDoor } from "./front-door.ts";

async function isLive(tokens: readonly string[]): Promise<boolean> {
  if (tokens.includes("broken")) throw new Error("no database");
  return tokens.includes("ada");
}

let server: Server;
let read: { path: string; bytes: number; headers: IncomingHttpHeaders }[] = [];

beforeAll(async () => {
  const rules = { host: "127.0.0.1", allowedHosts: [] };
  const door = frontDoor(rules, isLive, (asked, answer) => {
    let bytes = 0;
    asked.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    asked.on("end", () => {
      read.push({ path: asked.url ?? "", bytes, headers: asked.headers });
      answer.end("served");
    });
  });
  server = createServer(door);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());
beforeEach(() => {
  read = [];
});

type Sent = {
  bytes: number;
  cookie?: string;
  chunked?: boolean;
  method?: string;
  more?: Record<string, string>;
};

function send(path: string, { bytes, cookie, chunked, method = "POST", more }: Sent) {
  const { port } = server.address() as AddressInfo;
  const headers = {
    ...(chunked ? { "transfer-encoding": "chunked" } : { "content-length": bytes }),
    ...(cookie ? { cookie } : {}),
    ...more,
  };
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>(
    (resolve, reject) => {
      const options = { host: "127.0.0.1", port, path, method, headers };
      const sent = request(options, (answer) => {
        let text = "";
        answer.on("data", (chunk) => {
          text += String(chunk);
        });
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
        );
      });
      sent.on("error", reject);
      sent.end(method === "GET" ? undefined : Buffer.alloc(bytes, 97));
    },
  );
}

test("what fits is read whole by whoever listens", async () => {
  expect(await send("/sign-in?way=x", { bytes: 400 })).toMatchObject({ status: 200 });
  expect(await send("/queue", { bytes: 0, method: "GET" })).toMatchObject({ text: "served" });
  expect(await send("/api/intake", { bytes: 300_000, chunked: true })).toMatchObject({
    status: 200,
  });
  expect(read.map(({ bytes }) => bytes)).toEqual([400, 0, 300_000]);
});

test("a large form is read for nobody but who is signed in, and says so in one line", async () => {
  const form = { bytes: 3_000_000 };
  const refused = await send("/relays", form);
  expect(refused).toMatchObject({ status: 413, headers: { "x-content-type-options": "nosniff" } });
  expect(refused.text).toMatch(/^This form is too large [^<>]*\. Nothing was done\.\n$/);
  for (const cookie of ["exitdesk-session=eve", "other=ada", "exitdesk-session=broken"])
    expect(await send("/relays", { ...form, cookie })).toMatchObject({ status: 413 });
  expect(await send("/relays", { ...form, chunked: true })).toMatchObject({ status: 411 });
  expect(read).toEqual([]);
  for (const cookie of ["a=b; exitdesk-session=ada", "__Host-exitdesk-session=ada"])
    expect(await send("/relays", { ...form, cookie })).toMatchObject({ status: 200 });
  expect(read.map(({ bytes }) => bytes)).toEqual([3_000_000, 3_000_000]);
});

test("who sends more than the desk ever reads still sees the answer; who never ends is cut off", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { port } = server.address() as AddressInfo;
    const body = "x".repeat(40_000_000);
    const answer = await fetch(`http://127.0.0.1:${port}/exit/a/en`, { method: "POST", body });
    expect([answer.status, answer.headers.get("connection")]).toEqual([413, "close"]);
    expect(await answer.text()).toMatch(/Nothing was done/);
  }
  const begun = Date.now();
  await neverEnding();
  expect(Date.now() - begun).toBeGreaterThan(4_000);
  expect(read).toEqual([]);
}, 30_000);

test("Next gets our policy and nobody's forwarded host; each answer has a nonce of its own", async () => {
  const more = {
    "x-forwarded-host": "evil.example",
    "content-security-policy": "x",
    "x-other": "y",
  };
  const asked = { bytes: 0, method: "GET", more };
  const policies = [];
  for (let n = 0; n < 3; n += 1)
    policies.push((await send("/queue?a=b", asked)).headers["content-security-policy"]);
  expect(new Set(policies).size).toBe(3);
  expect(read.map(({ headers }) => headers["content-security-policy"])).toEqual(policies);
  expect(read[0]?.headers["x-other"]).toBe("y");
  expect(read[0]?.headers).not.toHaveProperty("x-forwarded-host");
  await send("/exit", asked);
  expect(read[3]?.headers).not.toHaveProperty("content-security-policy");
});

test("who is refused at the door gets one line, and nothing behind it hears of them", async () => {
  const refused = await send("/queue", { bytes: 20, more: { origin: "https://evil.example" } });
  expect(refused).toMatchObject({ status: 403, headers: { "x-content-type-options": "nosniff" } });
  expect(refused.text).toMatch(/^This form did not come [^<>]*\.\n$/);
  const head = { bytes: 0, method: "HEAD", more: { host: "evil.example" } };
  expect(await send("/queue", head)).toMatchObject({ status: 400, text: "" });
  expect(read).toEqual([]);
});

async function neverEnding(): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined).resume();
  socket.write(
    "POST /relays HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
  );
  await new Promise((resolve) => socket.on("close", resolve));
}
