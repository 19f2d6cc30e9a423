import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Role } from "../accounts/viewer.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { changeSavedView } from "./change-view.ts";
import type { QueueFilter } from "./queue.ts";
import { countTabsAnd } from "./queue-window-store.ts";
import { saveView } from "./save-view.ts";
import { MAX_VIEWS, viewToShow } from "./saved-view.ts";
import { listViews } from "./saved-view-store.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  await desk.db.savedView.deleteMany();
  await desk.db.defaultView.deleteMany();
});

const IRC: QueueFilter = { tab: "ready", type: "irc", sealed: false, days: 3 };
const keep = async (who: Role, name: string, shared = false): Promise<string> => {
  const saved = await saveView(desk.db, desk.people[who], { name, filter: IRC, shared, now: NOW });
  if (!saved.ok) throw new Error(saved.text);
  return saved.viewId;
};
const change = async (
  who: Role,
  viewId: string,
  what: "remove" | "restore" | "share" | "default",
) => await changeSavedView(desk.db, desk.people[who], { viewId, change: what, now: NOW });
const namesOf = async (who: Role) =>
  (await listViews(desk.db, desk.people[who])).map(({ name }) => name);

test("a view keeps its filter as it was, and others see it when it is shared", async () => {
  await keep("operator", "  mine ");
  await keep("operator", "all of us", true);
  const views = await listViews(desk.db, desk.people.operator);
  expect(views.map(({ name, shared, filter }) => ({ name, shared, filter }))).toEqual([
    { name: "mine", shared: false, filter: IRC },
    { name: "all of us", shared: true, filter: IRC },
  ]);
  expect(await namesOf("read-only")).toEqual(["all of us"]);
});

test("a delegate sees no shared view: it may name relays they must not know of", async () => {
  const shared = await keep("operator", "all of us", true);
  await keep("delegate", "own");
  expect(await namesOf("delegate")).toEqual(["own"]);
  expect(await change("delegate", shared, "default")).toMatchObject({ code: "not-found" });
});

test.each<Role>(["delegate", "read-only"])("a %s may have views, not share them", async (who) => {
  const viewer = desk.people[who];
  const view = { name: "x", filter: IRC, shared: true, now: NOW };
  expect(await saveView(desk.db, viewer, view)).toMatchObject({ code: "forbidden" });
  const own = await keep(who, "own");
  expect(await change(who, own, "share")).toMatchObject({ code: "forbidden" });
  expect(await namesOf(who)).toEqual(["own"]);
});

test("only its maker changes a view, or an owner when it is shared; of others' own ones nobody knows", async () => {
  const [own, shared] = [await keep("operator", "own"), await keep("operator", "shared", true)];
  expect(await change("counsel", shared, "remove")).toMatchObject({ code: "forbidden" });
  expect(await change("owner", own, "remove")).toMatchObject({ code: "not-found" });
  expect(await change("owner", shared, "remove")).toEqual({ ok: true });
  expect(await namesOf("operator")).toEqual(["own"]);
  expect(await change("operator", shared, "restore")).toEqual({ ok: true });
  expect(await namesOf("operator")).toEqual(["own", "shared"]);
});

test("the queue opens with the view a person chose, until it is removed", async () => {
  const id = await keep("operator", "shared", true);
  await change("read-only", id, "default");
  const shown = async (who: Role) =>
    viewToShow(await listViews(desk.db, desk.people[who]), { id: undefined, asksElse: false }).view;
  expect((await shown("read-only"))?.id).toBe(id);
  expect(await shown("operator")).toBeNull();
  await change("operator", id, "remove");
  expect(await shown("read-only")).toBeNull();
});

test("what is asked for goes before the view of one's own; a view that is gone is said to be", async () => {
  const id = await keep("operator", "first");
  await change("operator", id, "default");
  const views = await listViews(desk.db, desk.people.operator);
  expect(viewToShow(views, { id: undefined, asksElse: true })).toEqual({ view: null, gone: false });
  expect(viewToShow(views, { id: "other", asksElse: false })).toEqual({ view: null, gone: true });
  expect(viewToShow(views, { id, asksElse: true }).view?.name).toBe("first");
});

test.each(["", "   ", "x".repeat(41)])("'%s' is no name", async (name) => {
  const view = { name, filter: IRC, shared: false, now: NOW };
  const { operator } = desk.people;
  expect(await saveView(desk.db, operator, view)).toMatchObject({ code: "bad-name" });
  const viewId = await keep("operator", "good");
  const renamed = { viewId, change: "rename" as const, name, now: NOW };
  expect(await changeSavedView(desk.db, operator, renamed)).toMatchObject({ code: "bad-name" });
});

test("there is an end to the tabs, also by way of bringing removed ones back", async () => {
  const first = await keep("operator", "first");
  await change("operator", first, "remove");
  for (let n = 0; n < MAX_VIEWS; n += 1) await keep("operator", `view ${n}`);
  const another = { name: "one more", filter: IRC, shared: false, now: NOW };
  const refused = await saveView(desk.db, desk.people.operator, another);
  expect(refused).toMatchObject({ code: "too-many-views" });
  expect(await change("operator", first, "restore")).toMatchObject({ code: "too-many-views" });
  expect(await namesOf("operator")).toHaveLength(MAX_VIEWS);
});

test("tabs and views are counted in the order they are asked for", async () => {
  const { tabs, others } = await countTabsAnd(desk.db, desk.people.operator, [IRC, IRC], NOW);
  expect(others).toEqual([
    { count: 0, more: false },
    { count: 0, more: false },
  ]);
  expect(tabs.open).toEqual({ count: 0, more: false });
});
