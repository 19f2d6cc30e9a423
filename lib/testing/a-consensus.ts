import { createHash } from "node:crypto";

export type Listed = { nickname: string; ip: string; p: string };

/** A consensus without signatures, valid after `validAfter` (`2026-02-01 10:00:00`). */
export function aConsensus(validAfter: string, relays: readonly Listed[]): string {
  const entries = relays.flatMap(({ nickname, ip, p }) => {
    const identity = createHash("sha1").update(`${nickname} ${ip}`).digest("base64").slice(0, 27);
    const digest = createHash("sha1")
      .update(`descriptor of ${nickname}`)
      .digest("base64")
      .slice(0, 27);
    return [
      `r ${nickname} ${identity} ${digest} ${validAfter} ${ip} 9001 0`,
      "s Exit Fast Running Valid",
      `p ${p}`,
    ];
  });
  const head = ["network-status-version 3", "vote-status consensus", `valid-after ${validAfter}`];
  return [...head, ...entries, "directory-footer", ""].join("\n");
}
