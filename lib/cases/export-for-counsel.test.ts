import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { pageOfAudit } from "./audit-view-store.ts";
import { exportForCounsel } from "./export-for-counsel.ts";
import { readPageFont } from "./files.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let sealedId: string;
let openId: string;
const font = () => readPageFont("node_modules/dejavu-fonts-ttf/ttf");
const RAW = "From: p@police.example\r\n\r\nthe whole mail\r\n";
beforeAll(async () => {
  desk = await aDesk();
  openId = (await arrive(desk.db, aTriage())).caseId ?? "";
  const police = aTriage({
    message: { subject: "<img src=x onerror=alert(1)>", body: "</pre><script>alert(1)</script>" },
    classification: { type: "law_enforcement" },
    route: "counsel",
  });
  sealedId = (await arrive(desk.db, police, { raw: RAW })).caseId ?? "";
});
afterAll(async () => await desk.close());

const take = (who: keyof typeof desk.people, caseId = sealedId) =>
  exportForCounsel(desk.db, desk.people[who], { caseId, now: NOW }, font);

/** The files of the archive by path, as unzip gives them. */
function unzipped(bytes: Uint8Array): Map<string, Buffer> {
  const place = mkdtempSync(path.join(tmpdir(), "exitdesk-counsel-"));
  writeFileSync(path.join(place, "it.zip"), bytes);
  execFileSync("unzip", ["-q", "it.zip"], { cwd: place });
  const names = execFileSync("unzip", ["-Z1", "it.zip"], { cwd: place, encoding: "utf8" });
  const files = names
    .trim()
    .split("\n")
    .map((name) => [name.replace(/^[^/]*\//, ""), readFileSync(path.join(place, name))] as const);
  rmSync(place, { recursive: true });
  return new Map(files);
}

test("a lawyer gets the mail byte for byte, a page that runs nothing, and the hash of every file", async () => {
  const made = await take("counsel");
  if (!made.ok) throw new Error(made.text);
  const files = unzipped(made.bytes);
  expect([...files.keys()]).toEqual(["case.pdf", "case.html", "mails/1.eml", "SHA256SUMS"]);
  expect(files.get("case.pdf")?.subarray(0, 5).toString()).toBe("%PDF-");
  expect(files.get("mails/1.eml")?.toString()).toBe(RAW);
  const html = files.get("case.html")?.toString() ?? "";
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(html).not.toMatch(/<(script|img|link|iframe)/i);
  for (const line of files.get("SHA256SUMS")?.toString().trim().split("\n") ?? []) {
    const [sum, name] = line.split("  ");
    expect(
      createHash("sha256")
        .update(files.get(name ?? "") ?? "")
        .digest("hex"),
      name,
    ).toBe(sum);
  }
  const page = await pageOfAudit(desk.db, desk.people.owner, { before: null, size: 1 });
  expect(page?.rows[0]).toMatchObject({ kind: "export", what: "for counsel", by: "counsel" });
});

test("nobody takes away what they may not see, and no case that is not sealed", async () => {
  expect(await take("operator")).toMatchObject({ ok: false, code: "not-found" });
  expect(await take("read-only")).toMatchObject({ ok: false, code: "forbidden" });
  expect(await take("owner", openId)).toMatchObject({ ok: false, code: "not-found" });
});
