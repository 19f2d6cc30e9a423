import { expect, test } from "vitest";
import { indexExpression } from "./index-expression.ts";
import { parseQuery } from "./parse-query.ts";

const DAY = (text: string) => Date.parse(`${text}T00:00Z`);

test.each([
  [
    "login failed",
    '({text sender refs caseMarks} : "login" AND {text sender refs caseMarks} : "failed")',
  ],
  ['"login failed"', '({text sender refs caseMarks} : "login failed")'],
  ["“login failed”", '({text sender refs caseMarks} : "login failed")'],
  ["brute*", '({text sender refs caseMarks} : "brute" *)'],
  ["-Über", '(({marks} : any)) NOT ({text sender refs caseMarks} : "uber")'],
  ["type:irc port:6667", '({caseMarks} : "typeirc" AND {marks} : "port6667")'],
  ["ip:192.0.2.7", '({marks} : ("ip4c0000207"))'],
  ["ip:192.0.2.0/24", '({marks} : ("ip4c00002" *))'],
  ["ip:192.0.2.0/23", '({marks} : ("ip4c00002" * OR "ip4c00003" *))'],
  ["ip:2001:db8::/32", '({marks} : ("ip620010db8" *))'],
  ["relay:relay-7 from:shop.example", '({relays} : "relay 7" AND {sender} : "shop example")'],
  ['ref:"ABC 12" has:attachment', '({refs caseMarks} : "abc 12" AND {marks} : "hasattachment")'],
  ["2001:db8::7", '({text sender refs caseMarks} : "2001 db8 7")'],
  ['a"b', '({text sender refs caseMarks} : "a" AND {text sender refs caseMarks} : "b")'],
  [
    "* OR ( NEAR/2",
    '({text sender refs caseMarks} : "or" AND {text sender refs caseMarks} : "near 2")',
  ],
])("%s", (typed, wanted) => {
  const query = parseQuery(typed);
  expect(query.hints).toEqual([]);
  expect(indexExpression(query)).toBe(wanted);
});

test("days bound the moment a text came", () => {
  const { after, before, terms, hints } = parseQuery("after:2026-01-01 before:2026-02");
  expect([after, before, terms, hints]).toEqual([DAY("2026-01-01"), DAY("2026-02-01"), [], []]);
});

test.each([
  ["colour:red", { code: "unknown-operator", name: "colour" }, "colour red"],
  ["port:ssh", { code: "bad-value", name: "port", value: "ssh" }, "port ssh"],
  ["port:70000", { code: "bad-value", name: "port", value: "70000" }, "port 70000"],
  ["type:virus", { code: "bad-value", name: "type", value: "virus" }, "type virus"],
  [
    "before:2026-02-31",
    { code: "bad-value", name: "before", value: "2026-02-31" },
    "before 2026 02 31",
  ],
  ["ip:10.0.0.0/8", { code: "wide-network", value: "10.0.0.0/8" }, "ip 10 0 0 0 8"],
  ["ip:relay", { code: "bad-value", name: "ip", value: "relay" }, "ip relay"],
])("%s gets a hint and is searched for as it stands", (typed, hint, phrase) => {
  const query = parseQuery(typed);
  expect(query.hints).toEqual([hint]);
  expect(indexExpression(query)).toContain(`"${phrase}"`);
});

test("a link is no operator", () => {
  expect(parseQuery("https://shop.example/a").hints).toEqual([]);
});

test("what is too long is cut, and says so", () => {
  expect(parseQuery("a ".repeat(30)).hints).toEqual([{ code: "cut" }]);
  expect(parseQuery("a".repeat(600)).hints).toEqual([{ code: "cut" }]);
});
