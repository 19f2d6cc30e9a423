import PdfDocument from "pdfkit";
import type { Instant } from "../time/instant.ts";
import { pageLetters } from "./page-letters.ts";

/** A paragraph: a heading, or a text whose lines stay as they are where they fit. */
export type Paragraph = { head?: true; text: string };
/** A font whose signs are all as wide, as TrueType. */
export type PageFont = Uint8Array;

const MARGIN = 56;
const SIZE = 9;
const LINE = 12;
/** A4 in points. */
const HEIGHT = 842;
const WIDTH = 595;
/** Of DejaVu Sans Mono each sign is 1233 of 2048 units wide. */
const COLUMNS = Math.floor((WIDTH - 2 * MARGIN) / ((1233 / 2048) * SIZE));
const ROWS = Math.floor((HEIGHT - 2 * MARGIN) / LINE) - 2;
/** A case of thousands of long mails is read in its files. */
const MOST_PAGES = 2_000;

/**
 * Paragraphs on numbered A4 pages, as a PDF that holds nothing but text and its font: no link, no form, no script. Lines are
 * broken by columns and not by a layouter, so that no text can make it slow. Rejects when the font cannot be read.
 */
export async function layOutPages(
  paragraphs: readonly Paragraph[],
  { title, now, font }: { title: string; now: Instant; font: PageFont },
): Promise<Uint8Array> {
  const made = { Producer: "Exitdesk", Creator: "Exitdesk", CreationDate: new Date(now) };
  const document = new PdfDocument({
    size: "A4",
    margin: MARGIN,
    autoFirstPage: false,
    bufferPages: false,
    font,
    lang: "en",
    displayTitle: true,
    info: { Title: title, ...made },
  });
  const bytes = collected(document);
  const pages = paginate(firstLines(paragraphs));
  for (const [at, lines] of pages.entries()) {
    document.addPage().fontSize(SIZE);
    put(document, `${title}   ${at + 1}/${pages.length}`, 0);
    for (const [row, line] of lines.entries()) put(document, line, row + 2);
  }
  document.end();
  return await bytes;
}

/** Of more paragraphs than pages hold the rest is not even looked at. */
function firstLines(paragraphs: readonly Paragraph[]): string[] {
  const lines: string[] = [];
  for (const paragraph of paragraphs) {
    if (lines.length > MOST_PAGES * ROWS) break;
    for (const line of linesOf(paragraph)) lines.push(line);
  }
  return lines;
}

/** The paragraph in lines of the page's width, and how many signs the page could not show. */
export function linesOf({ text, head }: Paragraph): string[] {
  const lost = { count: 0 };
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .flatMap((line) => {
      const shown = pageLetters(line);
      lost.count += shown.lost;
      return broken(shown.text);
    });
  const note =
    lost.count === 0
      ? []
      : [`[${lost.count} signs above are not in the font of this page; see the files.]`];
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  return head ? ["", ...lines, "─".repeat(longest), ...note] : [...lines, ...note];
}

/** At the last blank that fits, else where the line ends. */
function broken(line: string): string[] {
  const signs = [...line];
  const parts: string[] = [];
  for (let from = 0; from < signs.length; ) {
    const rest = signs.length - from;
    const blank = rest > COLUMNS ? signs.slice(from, from + COLUMNS + 1).lastIndexOf(" ") : -1;
    const to = from + (blank > 0 ? blank + 1 : Math.min(rest, COLUMNS));
    parts.push(signs.slice(from, to).join("").trimEnd());
    from = to;
  }
  return parts.length === 0 ? [""] : parts;
}

function paginate(lines: readonly string[]): string[][] {
  const pages: string[][] = [];
  for (let from = 0; from < lines.length && pages.length < MOST_PAGES; from += ROWS)
    pages.push(lines.slice(from, from + ROWS));
  if (lines.length > MOST_PAGES * ROWS)
    pages.push(["The rest does not fit here and stands in the files."]);
  return pages;
}

function put(document: PdfDocument, text: string, row: number): void {
  if (text !== "") document.text(text, MARGIN, MARGIN + row * LINE, { lineBreak: false });
}

async function collected(document: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return await new Promise((resolve, reject) => {
    document.on("data", (chunk) => void chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}
