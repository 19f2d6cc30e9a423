import { expect, test } from "vitest";
import { de } from "./de.ts";
import { en } from "./en.ts";

type Line = { path: string; english: string; german: string };

function linesOf(english: unknown, german: unknown, path = ""): Line[] {
  if (typeof english === "string") return [{ path, english, german: String(german) }];
  if (typeof english !== "object" || english === null) return [];
  const other = Object(german) as Record<string, unknown>;
  return Object.entries(english).flatMap(([key, value]) =>
    linesOf(value, other[key], path === "" ? key : `${path}.${key}`),
  );
}

const LINES = linesOf(en, de);
const places = (text: string) =>
  [...text.matchAll(/\{[a-zA-Z]+\}/g)].map(([place]) => place).sort();

test("both languages have the same places to fill", () => {
  const odd = LINES.filter(
    ({ path, english, german }) =>
      // "One mail" needs no number, and neither language must say it in the same way.
      !path.endsWith(".one") && places(english).join() !== places(german).join(),
  );
  expect(odd.map(({ path }) => path)).toEqual([]);
});

test("the one and the many have the same places, but for the number", () => {
  const rest = (text: string) => places(text).filter((place) => place !== "{count}");
  const ones = LINES.filter(({ path }) => path.endsWith(".one"));
  const odd = ones.filter(({ path, english, german }) => {
    const many = LINES.find((line) => line.path === path.replace(/one$/, "other"));
    const wanted = rest(many?.english ?? "").join();
    return rest(english).join() !== wanted || rest(german).join() !== wanted;
  });
  expect(odd.map(({ path }) => path)).toEqual([]);
});

/** Words that are the same in both languages, names of things, and examples. */
const SAME = new Set([
  "CSV",
  "Code",
  "DataDirectory",
  "Filter",
  "Fingerprint",
  "JSON",
  "Laptop",
  "Name",
  "Nora Quist <nora@shop.example>",
  "Passkeys",
  "Person",
  "Port",
  "Problem: {lastProblem}",
  "Relay {name}",
  "Relay",
  "Relays",
  "Text",
  "UTC, +02:00, Europe/Berlin",
  "Webhook",
  "Wiki",
  "ntfy",
  "torrc",
  "{count} min",
]);
/** What is typed into the search, shown as an example. */
const TYPED = /^search\.helpRows\.\d+\.0$/;
/** Where nothing is to be said. */
const SILENT = new Set(["factHints.protocol", "queue.row.letters.none"]);

test("nothing is empty, and nothing was left in English by mistake", () => {
  const empty = LINES.filter(
    ({ path, english, german }) =>
      !SILENT.has(path) && (english.trim() === "" || german.trim() === ""),
  );
  expect(empty.map(({ path }) => path)).toEqual([]);
  const left = LINES.filter(
    ({ path, english, german }) =>
      english === german &&
      /\p{L}{2}/u.test(english.replace(/\{[a-zA-Z]+\}/g, "")) &&
      !SAME.has(english) &&
      !TYPED.test(path),
  );
  expect(left.map(({ path, english }) => `${path}: ${english}`)).toEqual([]);
});

test("blanks at the ends agree: such words are parts of a sentence", () => {
  const odd = LINES.filter(
    ({ english, german }) =>
      english.startsWith(" ") !== german.startsWith(" ") ||
      english.endsWith(" ") !== german.endsWith(" "),
  );
  expect(odd.map(({ path }) => path)).toEqual([]);
});
