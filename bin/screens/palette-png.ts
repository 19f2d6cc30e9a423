import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const MOST_COLOURS = 64;

/**
 * A screenshot with at most 64 colours: a quarter of its size, and text as sharp as before. Reads what Chromium writes (8 bits
 * a channel, RGB or RGBA, not interlaced); PNG, third edition, sections 9 and 11.
 */
export function palettePng(png: Buffer): Buffer {
  const { width, height, pixels } = readPixels(png);
  const palette = commonest(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  const known = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 1) {
    const colour = pixels[at] ?? 0;
    let index = known.get(colour);
    if (index === undefined) {
      index = nearest(palette, colour);
      known.set(colour, index);
    }
    // Each row begins with its filter, 0: none.
    rows[at + Math.floor(at / width) + 1] = index;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => channels(colour)))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

type Picture = { width: number; height: number; pixels: Uint32Array };

function readPixels(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const size = png[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const line = width * size;
  const pixels = new Uint32Array(width * height);
  let above = Buffer.alloc(line);
  for (let y = 0; y < height; y += 1) {
    const start = y * (line + 1);
    const row = raw.subarray(start + 1, start + 1 + line);
    unfilter(raw[start] ?? 0, row, above, size);
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = row.readUIntBE(x * size, 3);
    above = row;
  }
  return { width, height, pixels };
}

/** Undoes the filter of one row in place. */
function unfilter(filter: number, row: Buffer, above: Buffer, size: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = row[at - size] ?? 0;
    const up = above[at] ?? 0;
    const corner = at < size ? 0 : (above[at - size] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    row[at] = ((row[at] ?? 0) + guess) & 255;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function commonest(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  // The commonest as they are; of the rest every so many-th, so that rare hues of a badge survive.
  const first = sorted.slice(0, MOST_COLOURS / 2);
  const rest = sorted.slice(MOST_COLOURS / 2);
  const each = Math.max(1, Math.floor(rest.length / (MOST_COLOURS / 2)));
  const some = rest.filter((_, at) => at % each === 0).slice(0, MOST_COLOURS / 2);
  return [...first, ...some].map(([colour]) => colour);
}

function nearest(palette: number[], colour: number): number {
  const [r, g, b] = channels(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((entry, index) => {
    const [pr, pg, pb] = channels(entry);
    const distance = (r - pr) ** 2 + (g - pg) ** 2 + (b - pb) ** 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function channels(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
