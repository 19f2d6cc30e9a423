import { expect, test } from "vitest";
import { tortureIntake } from "./torture-intake.ts";

test("a short torture of the intake: a kill and a power cut at every frame lose and double nothing", async () => {
  const seed = Date.now() % 2 ** 31;
  const size = { mails: 4, kills: 1, rounds: 0, powerMails: 4, cuts: 10, seed };
  const { lost, doubled, unledgered, wrong } = await tortureIntake(size);
  expect({ lost, doubled, unledgered, wrong }, `seed ${seed}`).toEqual({
    lost: 0,
    doubled: 0,
    unledgered: 0,
    wrong: [],
  });
});
