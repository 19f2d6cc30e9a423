import path from "node:path";
import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

test("nothing set: loopback, and everything in ./data", () => {
  const env = readEnv({});
  expect([env.HOST, env.PORT]).toEqual(["127.0.0.1", 3700]);
  expect(env.DATABASE_URL).toBe(`file:${path.resolve("data", "desk.db")}`);
});

test("an empty variable counts as not set", () => {
  expect(readEnv({ PORT: "" }).PORT).toBe(3700);
});

test("several hosts in one variable", () => {
  expect(readEnv({ ALLOWED_HOSTS: "desk.example, abc.onion" }).ALLOWED_HOSTS).toEqual([
    "desk.example",
    "abc.onion",
  ]);
});

test("addresses inside that may be asked", () => {
  const { ALLOWED_INTERNAL } = readEnv({ ALLOWED_INTERNAL: "127.0.0.1:8080 10.0.0.0/24" });
  expect(ALLOWED_INTERNAL.map(({ network, port }) => [network.prefix, port])).toEqual([
    [32, 8080],
    [24, null],
  ]);
  expect(readEnv({}).ALLOWED_INTERNAL).toEqual([]);
});

test.each([
  { name: "PORT", value: "eighty" },
  { name: "PORT", value: "70000" },
  { name: "DATABASE_URL", value: "mysql://x" },
  { name: "LOG_LEVEL", value: "loud" },
  { name: "ALLOWED_INTERNAL", value: "127.0.0.1:8080, localhost:80" },
])("$name=$value is refused in one line that names it and its value", ({ name, value }) => {
  expect(() => readEnv({ [name]: value })).toThrow(
    new RegExp(`^${name}="${value}" cannot be used: [^\\n]+$`),
  );
});

test("a password in a refused address is not said again", () => {
  const url = "mysql://desk:quartz@db.example/desk";
  expect(() => readEnv({ DATABASE_URL: url })).toThrow(/mysql:\/\/desk:\.\.\.@db\.example/);
  expect(() => readEnv({ DATABASE_URL: url })).not.toThrow(/quartz/);
});

test("a desk on a server", () => {
  const url = "postgresql://desk@db.example/desk";
  expect(readEnv({ DATABASE_URL: url }).DATABASE_URL).toBe(url);
});
