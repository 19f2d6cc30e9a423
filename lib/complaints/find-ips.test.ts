import { expect, test } from "vitest";
import { findIps } from "./find-ips.ts";

const values = (text: string) => findIps(text).map(({ value }) => value);
const ported = (text: string) => findIps(text).map(({ value, port }) => `${value} ${port ?? "-"}`);

test.each([
  ["plain", "from 192.0.2.7.", ["192.0.2.7"]],
  ["in brackets", "host.example [192.0.2.7]", ["192.0.2.7"]],
  ["dots in brackets", "1: 192[.]0[.]2[.]7", ["192.0.2.7"]],
  ["one dot in brackets", "192[.]0.2.7", ["192.0.2.7"]],
  ["dots in parentheses", "192(.)0(.)2(.)7", ["192.0.2.7"]],
  ["the word dot", "192(dot)0(dot)2(dot)7", ["192.0.2.7"]],
  ["carets", "to 192^0^2^7", ["192.0.2.7"]],
  ["octets in brackets", "[192].[0].[2].[7]", ["192.0.2.7"]],
  ["escaped dots of a pattern", "192\\.0\\.2\\.7", ["192.0.2.7"]],
  ["a network", "192.0.2.0/24 is listed", ["192.0.2.0/24"]],
  [
    "neighbours by their last number",
    "192.0.2.52 (and 44, and 21)",
    ["192.0.2.52", "192.0.2.44", "192.0.2.21"],
  ],
  ["IPv6", "from 2001:db8::7, port 22", ["2001:db8::7"]],
  ["IPv6 network", "2001:db8:7::/48", ["2001:db8:7::/48"]],
  ["mapped IPv6", "Source-IP: ::ffff:192.0.2.7", ["192.0.2.7"]],
])("reads %s", (_name, text, expected) => {
  expect(values(text)).toEqual(expected);
});

test.each([
  ["a host name with an address in front", "192.0.2.7.static.isp.example"],
  ["a host name with an address inside", "host-192.0.2.7.isp.example"],
  ["a browser version", "Chrome/91.0.44.124 Safari/537.36"],
  ["an object identifier", "1.3.6.1.4.1.311"],
  ["an octet beyond 255", "192.0.2.256"],
  ["a masked address", "192.0.2.xxx"],
  ["a time", "at 05:44:22"],
  ["a hardware address", "52:54:00:82:b5:c8"],
  ["a file name", "192.0.2.7.txt"],
  ["an apache date", "[03/Feb/2026:05:05:06 +0100]"],
])("%s is no address", (_name, text) => {
  expect(values(text)).toEqual([]);
});

test.each([
  ["a colon", "192.0.2.7:443 ", "192.0.2.7 443"],
  ["tcpdump's fifth number", "IP 192.0.2.7.55531 > 198.51.100.20.80: Flags", "192.0.2.7 55531"],
  ["tcpdump's small fifth number", "IP 192.0.2.7.53 > 198.51.100.20.4000:", "192.0.2.7 53"],
  ["BIND's hash", "client 192.0.2.7#5353:", "192.0.2.7 5353"],
  ["IPv6 in brackets", "[2001:db8::7]:25", "2001:db8::7 25"],
  ["a clock behind it", "192.0.2.7:22:13:05", "192.0.2.7 -"],
])("the port behind an address: %s", (_name, text, expected) => {
  expect(ported(text)[0]).toBe(expected);
});

test("IPv6 without brackets in a web address leaves its port behind", () => {
  expect(ported("http://2001:db8:1:2:3:4:5:6:2222/x")).toEqual(["2001:db8:1:2:3:4:5:6 2222"]);
});

test("the hardware addresses of a kernel's log line are no IPv6 address", () => {
  const line = "IN=eth0 MAC=02:00:5e:10:00:01:80:78:71:96:22:0e:08:00 SRC=192.0.2.7 DPT=143";
  expect(findIps(line).map(({ value }) => value)).toEqual(["192.0.2.7"]);
});
