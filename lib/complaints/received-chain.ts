import type { Message } from "../mail/message.ts";
import type { Cidr } from "../net/ip.ts";
import { isPublicIp } from "../net/special-range.ts";
import type { Fact } from "./complaint.ts";
import { findIps } from "./find-ips.ts";
import type { Line } from "./lines.ts";

/**
 * Where a mail complained about came from: the attached original's own Received lines, newest first, read until the first
 * host outside the receiver's own network. Empty when the mail carries none.
 */
export function originIn(message: Message): Fact<Cidr>[] {
  for (const { message: original } of message.nested) {
    const hop = originOf(original.headers);
    if (hop !== null) return [{ value: hop, span: null }];
  }
  return [];
}

export type Header = { name: string; value: string };

/** The same for a list of headers, newest first: what a receiver noted down on purpose goes before the hops. */
export function originOf(headers: Header[]): Cidr | null {
  for (const read of [statedSender, checkedSender, hop]) {
    for (const header of headers) {
      const ip = read(header);
      if (ip !== null) return ip;
    }
  }
  return null;
}

function statedSender({ name, value }: Header): Cidr | null {
  return SENDER_HEADER.test(name) ? firstPublic(value) : null;
}

/** RFC 7208 section 9.1, RFC 8601: the address that was checked. */
function checkedSender({ name, value }: Header): Cidr | null {
  if (!/^(?:x-)?(?:received-spf|authentication-results)$/.test(name)) return null;
  return firstPublic(CHECKED.exec(value)?.[0] ?? "");
}

const CHECKED = /(?:client-ip=|designates |sender IP is |smtp\.remote-ip=)\s?\[?[\da-f.:]+/i;

function hop({ name, value }: Header): Cidr | null {
  return name === "received" ? hopFrom(value) : null;
}

const SENDER_HEADER =
  /^x-(?:sender-ip|originating-ip|source-ip|client-ip|remote-ip|ms-exchange-organization-originalclientipaddress|hmxmroriginalsender-ip)$/i;

/** The sending host of one Received line, null when it is inside the receiver's own network. */
export function hopFrom(value: string): Cidr | null {
  const from = /^\s*from\s([^;]{0,600}?)\sby\s+([\w.-]+)/i.exec(value);
  const sender = from?.[1] ?? "";
  const receiver = domainOf(from?.[2] ?? "");
  const name = domainOf(/^[\w.-]+/.exec(sender)?.[0] ?? "");
  if (receiver !== "" && name === receiver) return null;
  return firstPublic(sender);
}

function domainOf(host: string): string {
  return host.toLowerCase().split(".").slice(-2).join(".");
}

function firstPublic(text: string): Cidr | null {
  return findIps(text.slice(0, 1_000)).find(({ value }) => isPublicIp(value))?.value ?? null;
}

/** The headers pasted into a text, unfolded, block by block. */
export function pastedHeaders(lines: Line[]): Header[][] {
  const blocks: Header[][] = [];
  let open: Header[] | null = null;
  for (const { text, kind } of lines) {
    if (kind !== "header" && kind !== "sample") {
      open = null;
      continue;
    }
    if (open === null) {
      open = [];
      blocks.push(open);
    }
    const bare = text.replace(/^(?: ?[>|])+ ?/, "");
    const field = FIELD.exec(bare);
    const last = open.at(-1);
    if (field) open.push({ name: (field[1] ?? "").toLowerCase(), value: field[2] ?? "" });
    else if (last) last.value += ` ${bare.trim()}`;
  }
  return blocks;
}

/** Some robots indent the whole block; then a hop is told by its name. */
const FIELD = /^(?: {1,4}(?=received:))?([A-Za-z][\w-]{1,60}):\s?(.{0,2000})/i;
