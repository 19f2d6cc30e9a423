import type { Cidr } from "../net/ip.ts";
import { columnRoles, type Judgement, judgeByWords, type Role } from "./address-roles.ts";
import type { Document } from "./documents.ts";
import { type FoundIp, findIps } from "./find-ips.ts";
import { type Line, linesOf } from "./lines.ts";

/** One address where it stands, with what the words round it make of it. */
export type Mention = FoundIp & {
  document: Document;
  line: Line;
  judgement: Judgement | null;
};

/** Every address of a document with its role. */
export function mentionsIn(document: Document): { lines: Line[]; mentions: Mention[] } {
  const found = findIps(document.text);
  const lines = linesOf(document.text);
  const mentions: Mention[] = [];
  let at = 0;
  for (const ip of found) {
    while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) <= ip.start) at += 1;
    const line = lines[at];
    if (line) mentions.push({ ...ip, document, line, judgement: judge(document, line, ip) });
  }
  applyTables(lines, mentions);
  return { lines, mentions };
}

function judge(document: Document, line: Line, ip: FoundIp): Judgement | null {
  if (line.kind !== "text" || document.place === "sample") {
    return { role: "noise", strength: "label", reason: line.kind };
  }
  const at = ip.start - line.start;
  return judgeByWords(
    line.text.slice(Math.max(0, at - 120), at),
    line.text.slice(ip.after - line.start, ip.after - line.start + 80),
  );
}

/** Rows under a head that names their columns: the n-th address of a row has the role of the n-th address column. */
function applyTables(lines: Line[], mentions: Mention[]): void {
  const byLine = new Map<Line, Mention[]>();
  for (const mention of mentions) {
    byLine.set(mention.line, [...(byLine.get(mention.line) ?? []), mention]);
  }
  let roles: Role[] = [];
  let idle = 0;
  for (const line of lines) {
    const row = byLine.get(line);
    if (!row) {
      if (isHead(line)) {
        roles = columnRoles(line.text);
        idle = 0;
      } else if (line.text.trim() !== "" && !/^[\s|+=_-]+$/.test(line.text)) idle += 1;
      if (idle > 3) roles = [];
      continue;
    }
    if (roles.length > 0 && row.length === roles.length && isRow(line.text)) {
      for (const [index, mention] of row.entries()) {
        mention.judgement = {
          role: roles[index] ?? "accused",
          strength: "label",
          reason: "column",
        };
      }
    }
  }
}

/** A head names columns and says nothing: no colon, no full stop, few words. */
function isHead(line: Line): boolean {
  const text = line.text.trim();
  return (
    text.length > 3 &&
    text.length < 300 &&
    !/[.:!?]\s*$/.test(text) &&
    !/[.!?]\s/.test(text) &&
    /[,;|\t]|\s/.test(text) &&
    columnRoles(text).length > 0
  );
}

function isRow(text: string): boolean {
  return !/[a-z]{3,} [a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text);
}

export type Accusation = { value: Cidr; mention: Mention };
