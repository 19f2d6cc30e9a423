import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aControlTor, hashedPassword } from "../testing/a-control-tor.ts";
import { askControl } from "./control.ts";
import { learnFromControl } from "./learn-from-control.ts";
import { readDescriptors } from "./read-descriptor.ts";

let tor: Awaited<ReturnType<typeof aControlTor>>;
beforeAll(async () => {
  tor = await aControlTor([
    "Nickname relay7",
    "CookieAuthentication 1",
    `HashedControlPassword ${hashedPassword('se"cret')}`,
    "ControlPort 127.0.0.1:auto",
    "ExitRelay 1",
    "IPv6Exit 1",
    "ExitPolicy accept *:443, accept6 [2001:db8::]/32:80, reject *:*",
    "OutboundBindAddressExit 198.51.100.77",
  ]);
});
afterAll(async () => await tor.close());

async function ask(where: string, password: string | null) {
  const facts = await askControl(where, password);
  if ("flaw" in facts) throw new Error(facts.flaw);
  return facts;
}

test("by cookie, over the socket: the rules in force, its address, its time and its signed descriptor", async () => {
  const facts = await ask(tor.socket, null);
  expect(facts).toMatchObject({ address: "203.0.113.9" });
  expect(facts.uptimeSeconds).toBeLessThan(600);
  expect(facts.fullPolicy).toContain("accept6 [2001:db8::]/32:80");
  expect(readFileSync(join(tor.folder, "fingerprint"), "utf8")).toContain(facts.fingerprint);
  const { descriptors } = readDescriptors(Buffer.from(facts.descriptor ?? "", "latin1"));
  expect(descriptors).toMatchObject([{ rsa: "valid", ed25519: "valid", nickname: "relay7" }]);
});

test("what it says is learnt: exact rules of both families, where exit traffic leaves from, since when it runs", async () => {
  const now = Date.now();
  const facts = { ...(await ask(tor.socket, null)), uptimeSeconds: 60 };
  const learnt = learnFromControl({ relays: [] }, facts, { learnedAt: now });
  expect(learnt?.relay).toMatchObject({
    nickname: "relay7",
    uptime: [{ from: now - 60_000, to: now, source: "control port" }],
    unsure: [{ from: now, to: null, source: "control port" }],
  });
  expect(learnt?.relay.tenures.map(({ ip }) => ip).sort()).toEqual([
    "198.51.100.77",
    "203.0.113.9",
  ]);
  expect(learnt?.relay.policies.at(-1)?.lines).toContain("ExitPolicy accept6 [2001:db8::]/32:80");
});

test("by password, over a loopback port; a wrong one is one sentence", async () => {
  const port = /:(\d+)/.exec(readFileSync(join(tor.folder, "control-port"), "utf8"))?.[1] ?? "";
  expect(await ask(`127.0.0.1:${port}`, 'se"cret')).toMatchObject({ address: "203.0.113.9" });
  expect(await askControl(`127.0.0.1:${port}`, "wrong")).toEqual({
    flaw: expect.stringMatching(/^127[^\n]+refused the password or cookie[^\n]+$/),
  });
});

test.each([
  ["another machine", "192.0.2.7:9051", /another machine/],
  ["no port", "nonsense", /no control port/],
  ["no socket", "/nowhere/control", /no such socket/],
  ["nobody there", "127.0.0.1:1", /nothing listens/],
])("%s is one sentence", async (_what, where, why) => {
  expect(await askControl(where, null)).toEqual({ flaw: expect.stringMatching(why) });
});

test("what does not know the cookie is not told it, and what is not tor is named so", async () => {
  const cookieFile = join(tor.folder, "bait");
  writeFileSync(cookieFile, Buffer.alloc(32, 7));
  const heard: string[] = [];
  const offer = `250-AUTH METHODS=SAFECOOKIE COOKIEFILE="${cookieFile}"\r\n250 OK\r\n`;
  const challenge = `250 AUTHCHALLENGE SERVERHASH=${"A".repeat(64)} SERVERNONCE=${"B".repeat(64)}\r\n`;
  const liar = await listening(heard, [offer, challenge]);
  expect(await askControl(`127.0.0.1:${liar.port}`, null)).toEqual({
    flaw: expect.stringMatching(/told nothing/),
  });
  expect(heard.join("")).not.toContain("AUTHENTICATE");
  liar.server.close();
  const mail = await listening([], ["500 what?\r\n"]);
  expect(await askControl(`127.0.0.1:${mail.port}`, null)).toEqual({
    flaw: expect.stringMatching(/not tor/),
  });
  mail.server.close();
});

async function listening(
  heard: string[],
  answers: string[],
): Promise<{ server: Server; port: number }> {
  const left = [...answers];
  const server = createServer((socket) =>
    socket.on("data", (data) => {
      heard.push(data.toString());
      socket.write(left.shift() ?? "");
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { server, port: typeof address === "object" && address !== null ? address.port : 0 };
}
