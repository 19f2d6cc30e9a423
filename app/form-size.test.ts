import { expect, test } from "vitest";
import { tooLarge } from "./form-size.ts";

const MB = 1_000_000;
const sent = (path: string, bytes: number, who: "stranger" | "signed in", encoding?: string) =>
  tooLarge({
    path,
    length: encoding === undefined ? String(bytes) : undefined,
    encoding,
    isSignedIn: async () => who === "signed in",
  });

test.each([
  ["/sign-in", 130_000, "stranger", null],
  ["/sign-in", 130_001, "stranger", 413],
  ["/relays", 9 * MB, "stranger", 413],
  ["/relays", 9 * MB, "signed in", null],
  ["/relays", 9 * MB + 1, "signed in", 413],
  ["/policy/exits", 8 * MB, "signed in", null],
  ["/templates", 4 * MB, "signed in", null],
  ["/templates/any/exit.en", 3 * MB, "signed in", 413],
  ["/cases/0193b5b0-0000-7000-8000-000000000000", 2 * MB, "signed in", null],
  ["/cases/0193b5b0-0000-7000-8000-000000000000", 2 * MB + 1, "signed in", 413],
  ["/relays/", 9 * MB, "signed in", 413],
  ["/api", 130_001, "stranger", 413],
  ["/api/intake", 50 * MB, "stranger", null],
  ["/api/intake/", 50 * MB, "stranger", 413],
  ["/exit/lilac/en", MB, "stranger", 413],
] as const)("%s takes %i bytes of a %s: %s", async (path, bytes, who, status) => {
  expect((await sent(path, bytes, who))?.status ?? null).toBe(status);
});

test("a form of unknown length is not read, whoever sends it", async () => {
  expect(await sent("/relays", 0, "signed in", "chunked")).toMatchObject({ status: 411 });
  expect(await sent("/sign-in", 0, "stranger", "gzip, chunked")).toMatchObject({ status: 411 });
});

test("who is signed in is asked of nobody whose form is small", async () => {
  const isSignedIn = () => Promise.reject(new Error("asked"));
  const form = { path: "/sign-in", encoding: undefined, isSignedIn };
  expect(await tooLarge({ ...form, length: "400" })).toBeNull();
  expect(await tooLarge({ ...form, length: undefined })).toBeNull();
});
