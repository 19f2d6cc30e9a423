import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { safeHtml } from "./safe-html.ts";

const ATTACKS = join(import.meta.dirname, "../../../shared/attack");

test.each([
  ["<script>alert(1)</script>hi", "hi"],
  ['<img src="http://203.0.113.9/p.gif">x', "x"],
  ['<p style="position:fixed">x</p>', "<p>x</p>"],
  ['<a href="https://evil.example/login">My bank</a>', "<span>My bank [evil.example]</span>"],
  ['<a href="javascript:alert(1)">x</a>', "<span>x</span>"],
  ['<a href="https://bank.example@evil.example/">x</a>', "<span>x [evil.example]</span>"],
  ['<form action="http://evil.example"><input name=a>text</form>', "text"],
  ["<td colspan=2>a</td>", '<td colspan="2">a</td>'],
  ['<div data-host="x">a</div>', "<div>a</div>"],
  ["<b>bold", "<b>bold</b>"],
  ['<a href="https://moc.knab">\u202e</a>', "<span> [moc.knab]</span>"],
  ["<p>&#8238;moc.knab&#x2067;</p>", "<p>moc.knab</p>"],
])("%s is shown as %s", (html, shown) => {
  expect(safeHtml(html)).toBe(shown);
});

test("too deep or too long HTML becomes escaped text", () => {
  const shown = safeHtml(`${"<div>".repeat(30_000)}a &lt;b&gt;`);
  expect(shown.startsWith("<pre>")).toBe(true);
  expect(shown.slice(5, -6)).not.toMatch(/[<>]/);
});

const ALLOWED =
  /^<\/?(?:p|div|span|br|hr|pre|code|blockquote|b|strong|i|em|u|s|sub|sup|small|h[1-6]|ul|ol|li|d[ldt]|table|thead|tbody|tfoot|tr|t[dh]|caption)(?: (?:colspan|rowspan)="\d*")*(?: \/)?>$/;

test("no known attack leaves anything but plain tags", () => {
  expect(existsSync(ATTACKS), `needs the attack payloads in ${ATTACKS}`).toBe(true);
  const files = readdirSync(ATTACKS).filter((name) => name.startsWith("html-"));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    for (const line of readFileSync(join(ATTACKS, file), "utf8").split("\n").filter(Boolean)) {
      for (const payload of stringsIn(JSON.parse(line))) {
        const tags = safeHtml(payload).match(/<[^>]*>?/g) ?? [];
        expect(
          tags.filter((tag) => !ALLOWED.test(tag)),
          payload,
        ).toEqual([]);
      }
    }
  }
});

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
