import type { HostileMail } from "./mime.ts";

const MOST_BYTES = 200_000;

/** Mails with bits turned, pieces cut out, doubled, or taken from one another. `chance` gives numbers from 0 to below 1. */
export function* mutations(
  mails: readonly HostileMail[],
  count: number,
  chance: () => number,
): Generator<Buffer> {
  const small = mails.filter(({ raw }) => raw.length > 0 && raw.length < MOST_BYTES);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  for (let index = 0; index < count; index += 1) {
    const raw = pick(small)?.raw ?? Buffer.alloc(0);
    const other = pick(small)?.raw ?? Buffer.alloc(0);
    yield (pick(CHANGES) ?? cut)(raw, other, chance);
  }
}

type Change = (raw: Buffer, other: Buffer, chance: () => number) => Buffer;

const CHANGES: Change[] = [flip, cut, double, splice];

function flip(raw: Buffer, _other: Buffer, chance: () => number): Buffer {
  const turned = Buffer.from(raw);
  for (let times = 1 + chance() * 20; times > 0; times -= 1) {
    const at = Math.floor(chance() * turned.length);
    turned[at] = (turned[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
  }
  return turned;
}

function cut(raw: Buffer, _other: Buffer, chance: () => number): Buffer {
  return raw.subarray(0, Math.floor(chance() * raw.length));
}

function double(raw: Buffer, _other: Buffer, chance: () => number): Buffer {
  const from = Math.floor(chance() * raw.length);
  const piece = raw.subarray(from, from + Math.floor(chance() * 2_000));
  return Buffer.concat([
    raw.subarray(0, from),
    ...Array<Buffer>(8).fill(piece),
    raw.subarray(from),
  ]);
}

function splice(raw: Buffer, other: Buffer, chance: () => number): Buffer {
  return Buffer.concat([
    raw.subarray(0, Math.floor(chance() * raw.length)),
    other.subarray(Math.floor(chance() * other.length)),
  ]);
}
