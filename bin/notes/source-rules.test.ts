import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");
const sources = ["app", "components", "lib", "bin"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.tsx?$/.test(name) && !/generated|\.test\.tsx?$/.test(name)),
);
const holding = (pattern: RegExp) =>
  sources.filter((file) => pattern.test(readFileSync(path.join(root, file), "utf8")));

test("the sources are read at all", () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(holding(/sanitizeHtml\(/)).toEqual(["lib/mail/safe-html.ts"]);
});

test("nothing is run that was a text: no eval, no function made of one, no shell", () => {
  expect(holding(/\beval\(|new Function\(|shell: true|\bexecSync\(/)).toEqual([]);
});

test("no page takes markup as a text, and nothing waits for a script to be shown", () => {
  expect(holding(/dangerouslySetInnerHTML|<Suspense/)).toEqual([]);
  expect(sources.filter((file) => file.endsWith("/loading.tsx"))).toEqual([]);
});

/** Where a part of SQL is not a value: each takes names of tables and columns from a list of its own. */
const NAMED_COLUMNS = [
  "lib/accounts/secret-value-store.ts",
  "lib/cases/queue-window-store.ts",
  "lib/privacy/find-person-store.ts",
  "lib/search/find-texts-store.ts",
];

test("SQL is made of texts in the room of the database only, and of names in four places", () => {
  const ofRoom = (file: string) => /^(?:lib\/db|bin)\//.test(file);
  expect(holding(/Raw\w*Unsafe\(/).filter((file) => !ofRoom(file))).toEqual([]);
  expect(holding(/Prisma\.raw\(/).filter((file) => !ofRoom(file))).toEqual(NAMED_COLUMNS);
});

test("the HTML the mail parser makes of text is not used, for it is not safe", () => {
  expect(holding(/textAsHtml/)).toEqual([]);
});

/** Pages that hand their own path on. */
const OWN_PATH = [
  "components/case/fact-list.tsx",
  "components/case/highlighted-text.tsx",
  "components/queue/queue-pages.tsx",
  "components/relays/document-list.tsx",
  "components/relays/span-nav.tsx",
];

test("no link takes its scheme or its host from a value: each begins with a path of this desk", () => {
  expect(holding(/(?:href|src|action)=\{`\$\{/)).toEqual(OWN_PATH);
  expect(holding(/javascript:|href=\{`(?:https?:)?\/\//)).toEqual([]);
});
