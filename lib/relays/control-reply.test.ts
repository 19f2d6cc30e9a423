import { expect, test } from "vitest";
import { authOffer, infoValue, quotedString, replyReader } from "./control-reply.ts";

function reply(lines: string[]) {
  const { push } = replyReader();
  return lines.map((line) => push(line)).find((each) => each !== null) ?? null;
}

test("a value of several lines is joined, with the doubled dots single again", () => {
  const read = reply(["250+config-text=", "Nickname x", "..a", ".", "250 OK"]);
  expect(read && infoValue(read, "config-text")).toBe("Nickname x\n.a");
});

test("a refused question has no value, and what is no reply ends with status 0", () => {
  const refused = reply(["551 Descriptor still rebuilding"]);
  expect(refused && infoValue(refused, "exit-policy/full")).toBeNull();
  expect(reply(["SSH-2.0-x"])).toMatchObject({ status: 0 });
});

test("the cookie's path is read through its quotes and octal bytes", () => {
  const read = reply([
    "250-PROTOCOLINFO 1",
    '250-AUTH METHODS=COOKIE,SAFECOOKIE COOKIEFILE="/run/a \\"b\\"\\303\\251"',
    "250 OK",
  ]);
  expect(read && authOffer(read)).toEqual({
    methods: ["COOKIE", "SAFECOOKIE"],
    cookieFile: '/run/a "b"é',
  });
});

test("a password cannot leave its quotes or its line", () => {
  expect(quotedString('a"b\\c\r\nQUIT')).toBe('"a\\"b\\\\cQUIT"');
});
