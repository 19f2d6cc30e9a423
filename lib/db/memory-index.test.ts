import { expect, test, vi } from "vitest";
import { matchInMemory } from "./memory-index.ts";

const row = (id: number, text: string) => ({ id, text });

test("texts are found by their words, the newest first", () => {
  const rows = [row(1, "alpha beta"), row(2, "beta"), row(3, "gamma")];
  expect(matchInMemory(rows, (one) => one, `"beta"`)).toEqual([2n, 1n]);
  expect(matchInMemory([], (one) => one, `"beta"`)).toEqual([]);
});

test("the same rows are opened once, a row that was written again anew", () => {
  const open = vi.fn((one: ReturnType<typeof row>) => ({ ...one, text: one.text.slice(2) }));
  expect(matchInMemory([row(1, "x.delta")], open, `"delta"`)).toEqual([1n]);
  expect(matchInMemory([row(1, "x.delta")], open, `"omega"`)).toEqual([]);
  expect(open).toHaveBeenCalledTimes(1);
  expect(matchInMemory([row(1, "y.omega")], open, `"omega"`)).toEqual([1n]);
  expect(matchInMemory([row(2, "x.delta")], open, `"delta"`)).toEqual([2n]);
  expect(open).toHaveBeenCalledTimes(3);
});

test("nothing that was opened is kept when nobody has searched for a minute", () => {
  vi.useFakeTimers();
  const open = vi.fn((one: ReturnType<typeof row>) => one);
  matchInMemory([row(7, "once")], open, `"once"`);
  vi.advanceTimersByTime(61_000);
  expect(matchInMemory([row(7, "once")], open, `"once"`)).toEqual([7n]);
  expect(open).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

test("of more readers than a few the last are kept, and each finds what is theirs", () => {
  const open = (one: ReturnType<typeof row>) => one;
  for (let reader = 0; reader < 9; reader += 1)
    expect(matchInMemory([row(reader, "word")], open, `"word"`)).toEqual([BigInt(reader)]);
  expect(matchInMemory([row(0, "word")], open, `"word"`)).toEqual([0n]);
});
