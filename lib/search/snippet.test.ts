import { expect, test } from "vitest";
import { parseQuery } from "./parse-query.ts";
import { snippetOf } from "./snippet.ts";

const show = (text: string, typed: string, sender = "") =>
  snippetOf(text, sender, parseQuery(typed))
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join("");

test.each([
  ["Failed login for root", "login", "Failed [login] for root"],
  ["Failed login, logins", "login root", "Failed [login], logins"],
  ["brute bruteforce", "brute*", "[brute] [brute]force"],
  ["Ein Über-Fall", "uber", "Ein [Über]-Fall"],
  ["<script>login</script>", "login", "<script>[login]</script>"],
  ["nothing here", "type:irc", "nothing here"],
])("%s for %s", (text, typed, wanted) => expect(show(text, typed)).toBe(wanted));

test("a long text is cut round the first place", () => {
  const shown = show(`${"word ".repeat(100)}needle${" word".repeat(100)}`, "needle");
  expect(shown).toMatch(/^… .*\[needle\].* …$/);
  expect(shown.length).toBeLessThan(270);
});

test("who wrote it is shown when that is what was searched for", () => {
  expect(show("hello", "shop", "Nora nora@shop.example")).toBe("Nora nora@[shop].example");
});
