import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aControlTor } from "../testing/a-control-tor.ts";
import * as policy from "./change-exit-policy.ts";
import { askControl, onControl } from "./control.ts";
import type { PolicyWish } from "./policy-options.ts";

const LINE = "reject 203.0.113.5:22";
const OWN = ["accept *:443, accept *:22", "reject *:*"];
let tor: Awaited<ReturnType<typeof aControlTor>>;
let bare: Awaited<ReturnType<typeof aControlTor>>;
let open: Awaited<ReturnType<typeof aControlTor>>;
beforeAll(async () => {
  const exit = ["ExitRelay 1", ...OWN.map((line) => `ExitPolicy ${line}`)];
  [tor, bare, open] = await Promise.all([
    aControlTor(["CookieAuthentication 1", ...exit]),
    aControlTor(["CookieAuthentication 1"]),
    aControlTor(["CookieAuthentication 1", "ExitRelay 1"]),
  ]);
});
afterAll(async () => {
  await Promise.all([tor.close(), bare.close(), open.close()]);
});

const at = (running: typeof tor) => running.socket;
const planPolicyChange = async (where: string, wish: PolicyWish) =>
  await onControl(where, null, (line) => policy.planPolicyChange(line, wish));
const changeExitPolicy = async (where: string, wish: PolicyWish, seen: string | null) =>
  await onControl(where, null, (line) => policy.changeExitPolicy(line, wish, seen));
async function inForce(running: typeof tor): Promise<string[]> {
  const facts = await askControl(running.socket, null);
  return "flaw" in facts ? [facts.flaw] : facts.fullPolicy;
}

test("a line goes in front of the operator's own, is read back, and comes out again", async () => {
  const before = await inForce(tor);
  const planned = await planPolicyChange(at(tor), { put: [LINE] });
  const command = `SETCONF ExitPolicy="${LINE}" ExitPolicy="${OWN[0]}" ExitPolicy="${OWN[1]}"`;
  expect(planned).toEqual({ before: OWN, after: [LINE, ...OWN], command });
  expect(await inForce(tor)).toEqual(before);

  expect(await changeExitPolicy(at(tor), { put: [LINE] }, command)).toEqual(planned);
  const closed = await inForce(tor);
  expect(closed.indexOf(LINE)).toBeGreaterThanOrEqual(0);
  expect(closed.indexOf(LINE)).toBeLessThan(closed.indexOf("accept *:22"));
  expect(await planPolicyChange(at(tor), { put: [LINE] })).toMatchObject({ command: null });

  expect(await changeExitPolicy(at(tor), { take: [LINE] }, null)).toMatchObject({ after: OWN });
  expect(await inForce(tor)).toEqual(before);
});

test("in front of tor's default policy, and back to it", async () => {
  const before = await inForce(open);
  await changeExitPolicy(at(open), { put: [LINE] }, null);
  expect(await inForce(open)).toContain(LINE);
  expect(await changeExitPolicy(at(open), { take: [LINE] }, null)).toMatchObject({
    command: "RESETCONF ExitPolicy",
  });
  expect(await inForce(open)).toEqual(before);
});

test("a relay that is no exit is not made one", async () => {
  const before = await inForce(bare);
  expect(await changeExitPolicy(at(bare), { put: [LINE] }, null)).toEqual({
    flaw: expect.stringMatching(/would make it an exit/),
  });
  expect(await inForce(bare)).toEqual(before);
});

test("what nobody agreed to is not sent, what tor refuses changes nothing, what opens is put back", async () => {
  const before = await inForce(tor);
  expect(await changeExitPolicy(at(tor), { put: [LINE] }, "SETCONF ExitPolicy=old")).toEqual({
    flaw: expect.stringMatching(/look at what would be sent again/),
  });
  expect(await changeExitPolicy(at(tor), { put: ["reject nonsense"] }, null)).toEqual({
    flaw: expect.stringMatching(/tor refused the lines/),
  });
  expect(await changeExitPolicy(at(tor), { put: ["accept *:25"] }, null)).toEqual({
    flaw: expect.stringMatching(/would have opened something; the policy of before was put back/),
  });
  expect(await inForce(tor)).toEqual(before);
});

test("the torrc on disk is never written", async () => {
  const torrc = join(tor.folder, "torrc");
  const before = readFileSync(torrc, "utf8");
  await changeExitPolicy(at(tor), { put: [LINE] }, null);
  await changeExitPolicy(at(tor), { take: [LINE] }, null);
  expect(readFileSync(torrc, "utf8")).toBe(before);
});
