import { expect, test } from "vitest";
import { saysPacketsWereStopped } from "./stopped-packets.ts";

test.each([
  "kernel: [UFW BLOCK] IN=eth0 OUT= MAC=00 SRC=192.0.2.7 DST=198.51.100.20 PROTO=TCP SPT=4000 DPT=22 SYN URGP=0",
  "IN=eth0 OUT= SRC=192.0.2.7 DST=198.51.100.20 PROTO=TCP DPT=22 WINDOW=1024 RES=0x00 SYN URGP=0",
  "2026-02-03 04:05:06 DENIED TCP SYN 192.0.2.7:61234 -> 198.51.100.20:22",
  "04:05:06 IP 192.0.2.7.4000 > 198.51.100.20.22: Flags [S], filtered",
  "Our firewall saw these packets:\n192.0.2.7 -> 198.51.100.20:22 SYN",
  "The following packets were dropped at our border.\n192.0.2.7 SYN",
  "All of these went to closed ports.\n192.0.2.7 SYN",
])("stopped: %s", (text) => {
  expect(saysPacketsWereStopped(text)).toBe(true);
});

test.each([
  "SYN flood from 192.0.2.7, 120000 half-open connections on port 443",
  "04:05:06 IP 192.0.2.7.4000 > 198.51.100.20.22: Flags [S], seq 1, win 1024",
  "Please block this host.\n192.0.2.7:4000 -> 198.51.100.20:22 SYN",
  "Your customer will be blocked tomorrow.\nSYN from 192.0.2.7",
  "",
])("not said to be stopped: %s", (text) => {
  expect(saysPacketsWereStopped(text)).toBe(false);
});

test("a long hostile text is read in no time", () => {
  const started = performance.now();
  saysPacketsWereStopped("IN=".repeat(400_000));
  saysPacketsWereStopped(`${"SYN IN=x ".repeat(300_000)}\n`);
  saysPacketsWereStopped("were ".repeat(400_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
