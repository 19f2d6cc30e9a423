import { expect, test } from "vitest";
import { tortureOutbox } from "./torture-outbox.ts";

test("a short torture of the outbox: 16 kills and 40 server faults lose and double nothing, and hide no doubt", async () => {
  const seed = Date.now() % 2 ** 31;
  const tally = await tortureOutbox({ kills: 16, faults: 40, seed });
  expect(tally, `seed ${seed}`).toMatchObject({ lost: 0, doubled: 0, shown: tally.unknown });
  expect(tally.unknown, "some lines ended between the text and its answer").toBeGreaterThan(0);
}, 120_000);
