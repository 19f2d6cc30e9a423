import { gzipSync } from "node:zlib";
import type { Server } from "./web-server.ts";

export type Visit = { server: Server; path: string; cookie: string };

/** The page as the browser gets it; throws when it is not one. */
export async function visit({ server, path, cookie }: Visit): Promise<string> {
  const answer = await fetch(`${server.url}${path}`, { headers: { cookie }, redirect: "manual" });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return html;
}

/** So many in a row that V8 collects its garbage in each round: a page pays for what it leaves behind. */
const VISITS = 100;
/** V8 goes on compiling for some hundred pages; what is measured before says more of it than of the page. */
const WARM_ROUNDS = 6;

/** `cpus`: milliseconds a page, round by round; `each`: of each visit, in order; `walls`: as its visitor waits, in order. */
export type Cost = { cpus: number[]; each: number[]; walls: number[] };

/** What each page costs its server; the pages take turns, so that a busy moment of the machine falls on all. */
export async function measure(
  pages: ReadonlyMap<string, Visit>,
  rounds: number,
): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (let round = -WARM_ROUNDS; round < rounds; round++)
    for (const [name, page] of pages) {
      const each: number[] = [];
      const walls: number[] = [];
      for (let n = 0; n < VISITS; n++) {
        const [start, began] = [page.server.cpuMs(), performance.now()];
        await visit(page);
        walls.push(performance.now() - began);
        each.push(page.server.cpuMs() - start);
      }
      const before = costs.get(name) ?? { cpus: [], each: [], walls: [] };
      if (round < 0) continue;
      const mean = each.reduce((sum, one) => sum + one, 0) / VISITS;
      costs.set(name, {
        cpus: [...before.cpus, mean],
        each: [...before.each, ...each].toSorted((a, b) => a - b),
        walls: [...before.walls, ...walls].toSorted((a, b) => a - b),
      });
    }
  return costs;
}

/** What a page of this address costs the line, bare and packed. */
export function weight(html: string): { raw: number; gzip: number } {
  return { raw: Buffer.byteLength(html), gzip: gzipSync(html).length };
}

/** Packed bytes of all scripts a page names, as a browser of today loads them. */
export async function scriptBytes(page: Visit): Promise<number> {
  const html = await visit(page);
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  // Browsers that know modules do not load these (HTML, "nomodule").
  const wanted = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  let bytes = 0;
  for (const src of new Set(wanted)) {
    const answer = await fetch(new URL(src.replaceAll("&amp;", "&"), page.server.url));
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length;
  }
  return bytes;
}
