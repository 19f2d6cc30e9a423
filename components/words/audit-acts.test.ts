import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { audit } from "./de/audit.ts";

/** Where an act is put together from parts, and what comes of it. */
const COMPOSED = ["rule kept", "rule switched on", "password set", "change roles", "mail"];

test("every act of the audit log that stands in the sources has German words", () => {
  const kinds = Object.keys(audit.kinds).join("|");
  const act = new RegExp(
    `kind: "(?:${kinds})"(?: as const)?,\\s{1,20}what: (?:"([^"]+)"|\`([^\`]+)\`)`,
    "g",
  );
  const found = new Set(COMPOSED);
  for (const file of readdirSync("lib", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || file.includes(".test.") || file.includes("generated")) continue;
    for (const [, plain, template] of readFileSync(path.join("lib", file), "utf8").matchAll(act)) {
      const [head = ""] = (plain ?? template ?? "").split(": ", 1);
      if (!head.includes("${")) found.add(head);
    }
  }
  expect(found.size).toBeGreaterThan(35);
  for (const one of found) expect(Object.keys(audit.acts), one).toContain(one);
});
