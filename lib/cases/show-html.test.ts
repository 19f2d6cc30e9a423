import { afterAll, beforeAll, expect, test } from "vitest";
import type { ComplaintType } from "../classify/classification.ts";
import { aDesk, arrive, aTriage } from "../testing/a-desk.ts";
import { aMail } from "../testing/a-mail.ts";
import { showHtml } from "./show-html.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.close());

test("what is shown of a mail's HTML has its words and nothing that acts or loads", async () => {
  const shown = await showHtml(desk.db, desk.people.operator, await opened("bruteforce"));
  expect(shown).toContain("<td>203.0.113.9</td>");
  expect(shown).toContain("our log [shop.example]");
  expect(shown).not.toMatch(/script|onerror|onclick|<img|href|style|url\(/i);
});

test("of child abuse material nothing is shown as HTML, and of a sealed case nothing to the unnamed", async () => {
  const csam = await opened("csam");
  expect(await showHtml(desk.db, desk.people.owner, csam)).toBeNull();
  const sealed = await opened("law_enforcement");
  expect(await showHtml(desk.db, desk.people.owner, sealed)).not.toBeNull();
  expect(await showHtml(desk.db, desk.people.operator, sealed)).toBeNull();
});

test("a mail without HTML has no such view", async () => {
  const id = await opened("spam_email", { type: "text/plain", text: "<b>plain</b>" });
  expect(await showHtml(desk.db, desk.people.operator, id)).toBeNull();
});

const HOSTILE = {
  type: "text/html",
  text: '<style>b{background:url(https://x.example)}</style><script>alert(1)</script><table><tr><td>203.0.113.9</td></tr></table><img src="https://x.example/p" onerror="alert(1)"><a href="https://shop.example/log" onclick="alert(1)">our log</a>',
};

async function opened(type: ComplaintType, part = HOSTILE): Promise<string> {
  const from = `${type}-${part.type.length}@sender.example`;
  const raw = aMail({ from, subject: type, body: [part] }).toString("utf8");
  const { caseId } = await arrive(desk.db, aTriage({ classification: { type } }), { raw });
  const row = await desk.db.complaint.findFirstOrThrow({
    where: { caseId: caseId ?? "" },
    orderBy: { id: "desc" },
  });
  return row.id;
}
