import { expect, test } from "vitest";
import { type Attempt, readAttempt } from "./smtp-answer.ts";

const A = "a@isp.example";
const B = "b@isp.example";
const answer = (code: number) => ({ code, text: `${code} words` });
const states = (attempt: Attempt) =>
  Object.values(readAttempt([A, B], attempt)).map((verdict) => verdict.state);

test.each<[string, Attempt, string[]]>([
  ["2xx", { kind: "accepted", answer: answer(250), refused: [] }, ["sent", "sent"]],
  [
    "2xx after one recipient was turned down for good",
    { kind: "accepted", answer: answer(250), refused: [{ address: A, answer: answer(550) }] },
    ["failed", "sent"],
  ],
  [
    "2xx after one recipient was put off",
    { kind: "accepted", answer: answer(250), refused: [{ address: B, answer: answer(450) }] },
    ["sent", "retry"],
  ],
  [
    "4xx to the text",
    { kind: "refused", stage: "text", answer: answer(451), refused: [] },
    ["retry", "retry"],
  ],
  [
    "5xx to the text",
    { kind: "refused", stage: "text", answer: answer(554), refused: [] },
    ["failed", "failed"],
  ],
  [
    "every recipient refused, one for good",
    {
      kind: "refused",
      stage: "envelope",
      answer: answer(450),
      refused: [
        { address: A, answer: answer(550) },
        { address: B, answer: answer(450) },
      ],
    },
    ["failed", "retry"],
  ],
  [
    "a wrong password is no fault of the letter",
    { kind: "refused", stage: "session", answer: answer(535), refused: [] },
    ["retry", "retry"],
  ],
  ["no connection", { kind: "broken", dataBegun: false, text: "x" }, ["retry", "retry"]],
  ["no answer to the text", { kind: "broken", dataBegun: true, text: "x" }, ["unknown", "unknown"]],
])("%s", (_, attempt, expected) => {
  expect(states(attempt)).toEqual(expected);
});

test("the server's words come as one line without control characters", () => {
  const said = { code: 550, text: "550-5.1.1 no\r\n550 such\u0007 user" };
  const attempt: Attempt = { kind: "refused", stage: "text", answer: said, refused: [] };
  expect(readAttempt([A], attempt)[A]?.answer).toBe("550-5.1.1 no 550 such user");
});
