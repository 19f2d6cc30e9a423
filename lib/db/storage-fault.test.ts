import { expect, test } from "vitest";
import { storageFault } from "./storage-fault.ts";

const withCode = (message: string, code: string, cause?: Error) =>
  Object.assign(new Error(message, { cause }), { code });

test.each([
  ["full", withCode("SQLITE_FULL: database or disk is full", "SQLITE_FULL")],
  [
    "full",
    withCode(
      "Database error. Code: `13`. Message: `SQLITE_FULL: database or disk is full`",
      "P2039",
    ),
  ],
  ["full", new Error("it failed", { cause: withCode("no space left", "ENOSPC") })],
  ["read-only", withCode("attempt to write a readonly database", "SQLITE_READONLY")],
  ["busy", withCode("database is locked", "SQLITE_BUSY")],
  [
    "busy",
    withCode("Transaction API error: Unable to start a transaction in the given time.", "P2028"),
  ],
  ["broken", withCode("disk I/O error", "SQLITE_IOERR")],
] as const)("the storage is %s", (fault, error) => expect(storageFault(error)).toBe(fault));

test.each([
  withCode("Unique constraint failed on the fields: (`rawSha256`)", "P2002"),
  new TypeError("Cannot read properties of undefined"),
  "database is locked",
  null,
])("the storage has nothing to do with %s", (error) => expect(storageFault(error)).toBeNull());
