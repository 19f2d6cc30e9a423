import { afterAll, beforeAll, expect, test } from "vitest";
import { onServer } from "../../testing/postgresql-server.ts";
import { scratchDb } from "../../testing/scratch-db.ts";
import { checkServer } from "./check-server.ts";

let desk: Awaited<ReturnType<typeof scratchDb>>;
beforeAll(async () => {
  desk = await scratchDb();
  const name = new URL(desk.url).pathname.slice(1);
  await onServer(desk.url, "CREATE ROLE guest LOGIN PASSWORD 'guest'");
  await onServer(desk.url, `CREATE ROLE reader LOGIN`);
  await onServer(
    desk.url,
    `ALTER ROLE reader IN DATABASE "${name}" SET default_transaction_read_only = on`,
  );
});
afterAll(async () => {
  await desk.close();
  for (const role of ["guest", "reader"]) await onServer(serverUrl(), `DROP ROLE ${role}`);
});

function serverUrl(): string {
  return changed({ pathname: "/postgres" });
}

function changed(parts: Partial<Pick<URL, "pathname" | "port" | "username" | "hostname">>): string {
  return Object.assign(new URL(desk.url), parts).href;
}

test("a server a desk can stand on", async () => {
  await expect(checkServer(desk.url)).resolves.toBeUndefined();
});

test.each([
  { name: "no such database", parts: { pathname: "/nowhere" }, says: "has no such database" },
  { name: "no such user", parts: { username: "nobody" }, says: "does not let this user in" },
  { name: "nobody listens", parts: { port: "1" }, says: "is not running there" },
  { name: "no such host", parts: { hostname: "nowhere.invalid" }, says: "cannot be found" },
  { name: "may make no tables", parts: { username: "guest" }, says: "GRANT CREATE ON SCHEMA" },
  { name: "only reads", parts: { username: "reader" }, says: "only reads" },
])("$name is said in one line", async ({ parts, says }) => {
  const error = await checkServer(changed(parts)).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toContain(says);
  expect((error as Error).message).toMatch(/^PostgreSQL at [^\n]+$/);
});
