import { expect, test } from "vitest";
import { readMessageIds } from "./message-ids.ts";
import { answeredIds, foldReferences, replyReferences } from "./threading.ts";

test.each([
  ["<a@x.example> <b@y.example>", ["<a@x.example>", "<b@y.example>"]],
  ["<a@x.example>\t<a@x.example>", ["<a@x.example>"]],
  ['"Jo\'s message of Monday" <a@x.example>', ["<a@x.example>"]],
  ["a@x.example", ["a@x.example"]],
  ["a@x.example, b@x.example", ["a@x.example", "b@x.example"]],
  ["no id here", []],
  ["<with space@x.example>", []],
  ["", []],
])("the ids of %j are %j", (value, ids) => {
  expect(readMessageIds(value)).toEqual(ids);
});

test("an answer carries the whole thread, and leaves out what is no id", () => {
  const message = {
    messageId: "<c@x>",
    inReplyTo: "<b@x>",
    references: ["<a@x>", "broken id", "<b@x>"],
  };
  expect(replyReferences(message)).toEqual({
    inReplyTo: "<c@x>",
    references: ["<a@x>", "<b@x>", "<c@x>"],
  });
  expect(answeredIds(message)).toEqual(["<b@x>", "broken id", "<a@x>"]);
  expect(replyReferences({ messageId: null, inReplyTo: "<b@x>", references: [] })).toEqual({
    inReplyTo: null,
    references: ["<b@x>"],
  });
});

test.each(["<é@x.example>", "<a\u0000b@x>", "<a\u202eb@x>", "<a b@x>"])(
  "an id no header may hold, %j, does not keep the answer from being sent",
  (id) => {
    const answer = replyReferences({ messageId: id, inReplyTo: id, references: [id, "<a@x>"] });
    expect(answer).toEqual({ inReplyTo: null, references: ["<a@x>"] });
  },
);

test("a thousand references stay far below the 4,096 characters relays refuse, first and last kept", () => {
  const references = Array.from({ length: 1000 }, (_, i) => `<${"x".repeat(40)}${i}@mail.example>`);
  const answer = replyReferences({ messageId: "<last@x.example>", inReplyTo: null, references });
  const folded = `References: ${foldReferences(answer.references)}`;
  expect(folded.length).toBeLessThan(2500);
  expect(answer.references[0]).toBe(references[0]);
  expect(answer.references.at(-1)).toBe("<last@x.example>");
  expect(folded.split("\r\n").every((line) => line.length < 998)).toBe(true);
});
