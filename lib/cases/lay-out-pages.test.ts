import PdfDocument from "pdfkit";
import { beforeAll, expect, test } from "vitest";
import { NOW } from "../testing/a-desk.ts";
import { readPageFont } from "./files.ts";
import { layOutPages, linesOf, type PageFont } from "./lay-out-pages.ts";
import { PAGE_LETTERS, pageLetters } from "./page-letters.ts";

let bytes: PageFont;
beforeAll(async () => {
  bytes = await readPageFont("node_modules/dejavu-fonts-ttf/ttf");
});
const lay = (text: string) =>
  layOutPages([{ head: true, text: "A case" }, { text }], {
    title: "Case 1",
    now: NOW,
    font: bytes,
  });
const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b(?!s)/g)?.length;

test("the font has a sign of the one width for every letter a page shows", () => {
  const document = new PdfDocument({ font: bytes } as never);
  const { font } = Reflect.get(document, "_font") as {
    font: {
      hasGlyphForCodePoint: (point: number) => boolean;
      glyphForCodePoint: (point: number) => { advanceWidth: number };
    };
  };
  const missing: string[] = [];
  for (const [first, last] of PAGE_LETTERS)
    for (let point = first; point <= last; point += 1)
      if (!font.hasGlyphForCodePoint(point) || font.glyphForCodePoint(point).advanceWidth !== 1233)
        missing.push(point.toString(16));
  expect(missing).toEqual([]);
});

test.each([
  ["Ermittlung: Straße, Łódź, Ελλάδα, Москва, Việt", 0],
  ["中文", 2],
  ["שלום", 4],
  ["a\u202eb\u2066c\u0000d\u001b[31m", 4],
  ["e\u0301", 0],
  ["\u{1f600}", 1],
])("of %j so many signs are boxes: %i", (line, lost) => {
  expect(pageLetters(line).lost).toBe(lost);
  const noted = linesOf({ text: line }).some((text) => text.includes("not in the font"));
  expect(noted).toBe(lost > 0);
});

test("lines are broken at blanks where they can be, and no letter is lost", () => {
  const words =
    "twelve words of a line that is longer than the page is wide, again and again and again and again";
  const lines = linesOf({ text: words });
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(" ")).toBe(words);
  expect(linesOf({ text: "x".repeat(1000) }).join("")).toBe("x".repeat(1000));
  expect(linesOf({ text: "a\r\n\r\nb\rc" })).toEqual(["a", "", "b", "c"]);
});

test("the file is text in its own fonts, and does nothing when it is opened", async () => {
  const pdf = await lay(
    "see https://evil.example/ (x) \\) /JavaScript\n/URI (http://evil.example)",
  );
  const plain = Buffer.from(pdf).toString("latin1");
  expect(plain).toMatch(/^%PDF-1\.\d/);
  expect(plain).toContain("/FontFile2");
  for (const danger of [
    "/JavaScript",
    "/JS",
    "/OpenAction",
    "/AA",
    "/URI",
    "/Launch",
    "/AcroForm",
    "/EmbeddedFile",
    "/Annots",
  ])
    expect(plain, danger).not.toContain(danger);
  expect(pagesOf(pdf)).toBe(1);
});

test("of a case of a thousand long mails no more is read than pages hold", () => {
  const mails = Array.from({ length: 1000 }, () => ({ text: `${"x".repeat(200_000)}` }));
  const begun = process.cpuUsage();
  expect(mails.slice(0, 20).flatMap(linesOf).join("")).toHaveLength(4_000_000);
  expect(process.cpuUsage(begun).user).toBeLessThan(10_000_000);
});

test("a long text goes on over pages, and one without a blank takes no time", async () => {
  expect(pagesOf(await lay("line\n".repeat(130)))).toBe(3);
  const begun = performance.now();
  expect(pagesOf(await lay("x".repeat(200_000)))).toBeGreaterThan(20);
  expect(performance.now() - begun).toBeLessThan(15_000);
});
