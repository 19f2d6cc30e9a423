import { request } from "node:http";
import path from "node:path";
import type { FilledDesk } from "./filled-desk.ts";
import { listed } from "./payloads.ts";

const PATHS = [
  "/api/complaints/{}/raw",
  "/api/complaints/{}/html",
  "/cases/{}",
  "/_next/static/{}",
];
const DOORS = ["/{}", "/sign-in?next={}", "/queue?from={}"];
const FIELDS = ["/queue?tab={}", "/search?q={}"];
/** What a file of the machine or of the desk would show. */
const STOLEN = /root:[x*]?:0:0|\[boot loader\]|SQLite format 3/;

/** Paths, redirects and header lines: each asked as its writer meant it, not as a client would tidy it up. Gives what had an effect. */
export async function probe(folder: string, { desk, token }: FilledDesk): Promise<string[]> {
  const cookie = `exitdesk-session=${token}`;
  const rig = { folder, url: desk.url };
  return [
    ...(await probeAll(rig, "traversal-patt", PATHS, cookie)),
    ...(await probeAll(rig, "redirect-patt", DOORS, "")),
    ...(await probeAll(rig, "crlf-patt", FIELDS, cookie)),
  ];
}

async function probeAll(
  { folder, url }: { folder: string; url: string },
  set: string,
  templates: readonly string[],
  cookie: string,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { text } of listed(path.join(folder, `${set}.jsonl`))) {
    for (const template of templates) {
      const asked = template.replace("{}", () => text);
      const effect = effectOf(await ask(url, asked, cookie), url);
      if (effect !== null) wrong.push(`${asked}: ${effect}`);
    }
  }
  return wrong;
}

function effectOf({ status, location, body, injected }: Answer, url: string): string | null {
  if (status >= 500) return `answered ${status}`;
  if (STOLEN.test(body)) return "showed a file";
  if (injected) return "wrote a header";
  return location !== null && new URL(location, url).origin !== url ? `led to ${location}` : null;
}

type Answer = { status: number; location: string | null; body: string; injected: boolean };

/** Node would refuse the control characters; they are sent the way a browser sends them. */
function ask(base: string, asked: string, cookie: string): Promise<Answer> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in a request line
  const target = asked.replace(/[\x00-\x20\x7f-\uffff]/g, (char) =>
    encodeURIComponent(wellFormed(char)),
  );
  return new Promise((resolve) => {
    const sent = request(
      base,
      { path: target, headers: cookie === "" ? {} : { cookie } },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on("data", (part: Buffer) => parts.push(part));
        reply.on("end", () =>
          resolve({
            status: reply.statusCode ?? 0,
            location: reply.headers.location ?? null,
            body: Buffer.concat(parts).toString("latin1"),
            injected: Object.keys(reply.headers).some((name) => /crlf|inject|x-test/i.test(name)),
          }),
        );
      },
    );
    // A request that the server hangs up on had no effect.
    sent.on("error", () => resolve({ status: 0, location: null, body: "", injected: false }));
    sent.end();
  });
}

function wellFormed(char: string): string {
  return /[\ud800-\udfff]/.test(char) ? "\ufffd" : char;
}
