import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { readCase } from "./case-view-store.ts";
import { holdCase, releaseHold } from "./hold-case.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let caseId: string;
beforeAll(async () => {
  desk = await aDesk();
  caseId = (await arrive(desk.db, aTriage())).caseId ?? "";
});
afterAll(async () => await desk.close());

const hold = (who: keyof typeof desk.people, reason = "a lawyer asked") =>
  holdCase(desk.db, desk.people[who], { caseId, reason, now: NOW });
const release = (who: keyof typeof desk.people) =>
  releaseHold(desk.db, desk.people[who], { caseId, now: NOW });

test("whoever works on cases may hold one, once, with a reason; owners and counsel release it", async () => {
  expect(await hold("read-only")).toMatchObject({ code: "forbidden" });
  expect(await hold("operator", "  ")).toMatchObject({ code: "no-reason" });
  expect(await hold("operator")).toEqual({ ok: true });
  expect(await hold("owner")).toMatchObject({ code: "held-already" });
  expect(await release("operator")).toMatchObject({ code: "forbidden" });
  expect(await release("counsel")).toEqual({ ok: true });
  expect(await release("owner")).toMatchObject({ code: "not-held" });
  expect(await desk.db.caseHold.count({ where: { caseId } })).toBe(1);
  const view = await readCase(desk.db, desk.people.owner, caseId);
  expect(view?.timeline.slice(-2).map(({ text }) => text)).toEqual([
    "Held, nothing of it is purged: a lawyer asked",
    "The hold was released",
  ]);
});
