import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inflateAttachment } from "./inflate.ts";

/** A zip as in PKWARE APPNOTE 4.3, sizes in the headers. */
function zip(files: { name: string; data: Buffer; method?: number; flags?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, method = 8, flags = 0 } of files) {
    const body = method === 8 ? deflateRawSync(data) : data;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(body.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from("PK\x03\x04"), shared, Buffer.from(name), body);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\0"), shared, tail, Buffer.from(name));
    offset += 30 + name.length + body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const CSV = Buffer.from("timestamp,ip\n2026-02-03 04:05:06,192.0.2.7\n".repeat(50));
const codes = (bytes: Buffer) => inflateAttachment(bytes)?.problems.map((problem) => problem.code);

test("a zipped and a gzipped report come out whole", () => {
  expect(inflateAttachment(zip([{ name: "report.csv", data: CSV }]))).toEqual({
    files: [{ name: "report.csv", bytes: CSV }],
    problems: [],
  });
  expect(inflateAttachment(zip([{ name: "a", data: CSV, method: 0 }]))?.files[0]?.bytes).toEqual(
    CSV,
  );
  expect(inflateAttachment(gzipSync(CSV))).toEqual({
    files: [{ name: null, bytes: CSV }],
    problems: [],
  });
});

test("bombs, encrypted and broken archives are problems", () => {
  const bomb = Buffer.alloc(40_000_000);
  expect(codes(gzipSync(bomb))).toEqual(["archive-too-big"]);
  expect(
    codes(
      zip([
        { name: "a", data: bomb },
        { name: "b", data: CSV },
      ]),
    ),
  ).toEqual(["archive-too-big"]);
  expect(codes(zip([{ name: "a", data: CSV, flags: 1 }]))).toEqual(["archive-encrypted"]);
  expect(codes(zip([{ name: "a", data: CSV }]).subarray(0, 60))).toEqual(["archive-broken"]);
  expect(codes(gzipSync(CSV).subarray(0, 40))).toEqual(["archive-broken"]);
  expect(codes(zip(Array.from({ length: 30 }, (_, i) => ({ name: `f${i}`, data: CSV }))))).toEqual([
    "archive-too-many",
  ]);
});

test("other bytes are no archive, and damage never throws", () => {
  expect(inflateAttachment(Buffer.from("hello"))).toBeNull();
  const good = zip([{ name: "report.csv", data: CSV }]);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }),
      (damage) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of damage) bytes[at] = value;
        inflateAttachment(bytes);
      },
    ),
  );
});
