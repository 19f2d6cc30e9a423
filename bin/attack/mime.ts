import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FilledDesk } from "./filled-desk.ts";

export type HostileMail = { name: string; raw: Buffer };

/** The generated bombs and every stored message that other mail software stumbled over. */
export function hostileMails(folder: string): HostileMail[] {
  const bombs = mkdtempSync(path.join(tmpdir(), "exitdesk-bombs-"));
  try {
    const generator = path.join(folder, "generators/mime-bombs.mjs");
    spawnSync(process.execPath, [generator, bombs], { stdio: "ignore" });
    const sets = readdirSync(folder)
      .filter((name) => name.startsWith("mime-"))
      .map((name) => path.join(folder, name));
    return [bombs, ...sets].flatMap((from) => mailsIn(from));
  } finally {
    rmSync(bombs, { recursive: true });
  }
}

function mailsIn(folder: string): HostileMail[] {
  return readdirSync(folder).map((file) => ({
    name: `${path.basename(folder)}-${file}`.replace(/[^\w.-]/g, "_"),
    raw: readFileSync(path.join(folder, file)),
  }));
}

/** The mails that are no case, or whose original does not come back byte for byte. */
export async function notKept(
  mails: readonly HostileMail[],
  { db, desk, token }: FilledDesk,
): Promise<string[]> {
  const lost: string[] = [];
  for (const { name, raw } of mails) {
    const sha256 = createHash("sha256").update(raw).digest("hex");
    const complaint = await db.complaint.findFirst({ where: { rawSha256: sha256 } });
    if (!complaint) lost.push(`${name} is no case`);
    else {
      const answer = await fetch(`${desk.url}/api/complaints/${complaint.id}/raw`, {
        headers: { cookie: `exitdesk-session=${token}` },
      });
      const back = Buffer.from(await answer.arrayBuffer());
      if (!back.equals(raw))
        lost.push(`${name} came back as ${answer.status}, ${back.length} bytes`);
    }
  }
  return lost;
}
