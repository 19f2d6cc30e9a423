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

const VISITS = 20;
/** V8 goes on compiling for some hundred pages; what is measured before says more of it than of the page. */
const WARM_VISITS = 200;

/**
 * CPU milliseconds of a server for each page, round by round, and the wall times in order; the pages take turns, so that a
 * busy moment of the machine falls on all.
 */
export async function measure(
  pages: ReadonlyMap<string, Visit>,
  rounds: number,
): Promise<Map<string, { cpus: number[]; walls: number[] }>> {
  for (const page of pages.values()) for (let n = 0; n < WARM_VISITS; n++) await visit(page);
  const cpus = new Map<string, number[]>();
  const walls = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++)
    for (const [name, page] of pages) {
      const start = page.server.cpuMs();
      for (let n = 0; n < VISITS; n++) {
        const began = performance.now();
        await visit(page);
        push(walls, name, performance.now() - began);
      }
      push(cpus, name, (page.server.cpuMs() - start) / VISITS);
    }
  return new Map(
    [...pages.keys()].map((name) => [
      name,
      {
        cpus: cpus.get(name) ?? [],
        walls: (walls.get(name) ?? []).toSorted((a, b) => a - b),
      },
    ]),
  );
}

function push(map: Map<string, number[]>, name: string, value: number): void {
  const list = map.get(name);
  if (list) list.push(value);
  else map.set(name, [value]);
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
