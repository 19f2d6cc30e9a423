import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPLAINT_TYPES, type ComplaintType } from "./classification.ts";
import { emptyModel, explain, learn, opinions, type TextModel, unlearn } from "./model.ts";
import { modelWords } from "./model-words.ts";

const CONFIRMED: [ComplaintType, string][] = [
  ["bruteforce", "Somebody guesses passwords on our gate, see the log"],
  ["bruteforce", "Passwords guessed on the gate of our customer"],
  ["bruteforce", "Your machine guesses passwords every night"],
  ["bruteforce", "Again passwords were guessed"],
  ["spam_email", "Your machine sends letters nobody wanted"],
  ["spam_email", "Unwanted letters from your machine to our customer"],
  ["spam_email", "More letters with offers for boots"],
  ["spam_email", "Offers for boots, again in letters nobody wanted"],
];

function trained(): TextModel {
  return CONFIRMED.reduce((model, [type, text]) => learn(model, text, type), emptyModel());
}

test("what was confirmed is recognised in new words around it", () => {
  const [first, second] = opinions(trained(), "Three passwords were guessed at our house");
  expect(first?.type).toBe("bruteforce");
  expect(first?.probability).toBeGreaterThan(0.9);
  expect((first?.probability ?? 0) + (second?.probability ?? 0)).toBeCloseTo(1);
});

test("a model that has seen too little, or one type only, has no opinion", () => {
  const [type, text] = CONFIRMED[0]!;
  const one = learn(emptyModel(), text, type);
  const many = Array.from({ length: 20 }).reduce<TextModel>((m) => learn(m, text, type), one);
  expect(opinions(emptyModel(), text)).toEqual([]);
  expect(opinions(one, text)).toEqual([]);
  expect(opinions(many, text)).toEqual([]);
});

test("the words that weighed are named, heaviest first, with their direction", () => {
  const words = explain(trained(), "passwords guessed, no letters, no boots", "bruteforce");
  expect(words[0]).toMatchObject({ word: "passwords" });
  expect(words[0]?.weight).toBeGreaterThan(0);
  expect(words.find(({ word }) => word === "letters")?.weight).toBeLessThan(0);
  expect(words.map(({ word }) => word)).not.toContain("no");
});

test("words of every kind of mail weigh next to nothing", () => {
  const model = trained();
  const [machine] = explain(model, "machine", "bruteforce");
  const [passwords] = explain(model, "passwords", "bruteforce");
  expect(Math.abs(machine?.weight ?? 9)).toBeLessThan((passwords?.weight ?? 0) / 2);
});

test("a correction takes back what was learnt, to the last count", () => {
  const text = "an entirely different matter";
  expect(unlearn(learn(trained(), text, "fraud"), text, "fraud")).toEqual(trained());
  expect(unlearn(emptyModel(), text, "fraud")).toEqual(emptyModel());
});

test("learning leaves the given model as it was, and survives being stored", () => {
  const model = trained();
  const stored = JSON.stringify(model);
  learn(model, "something new", "irc");
  expect(JSON.stringify(model)).toBe(stored);
  expect(opinions(JSON.parse(stored), "passwords")).toEqual(opinions(model, "passwords"));
});

test("addresses, numbers, mailboxes and links are no words", () => {
  const text =
    "Host 192.0.2.7 2001:db8::7 tried 4012 times at 04:05:06, ask admin@shop.example or https://shop.example/x";
  expect(modelWords(text)).toEqual(["host", "tried", "times", "at", "ask", "or"]);
});

test("words of other scripts count", () => {
  expect(modelWords("Подбор паролей, łamanie haseł, 攻击")).toEqual([
    "подбор",
    "паролей",
    "łamanie",
    "haseł",
    "攻击",
  ]);
});

test("names of object properties are plain words", () => {
  const model = learn(trained(), "constructor __proto__ toString hasOwnProperty", "irc");
  expect(opinions(model, "constructor toString").length).toBe(3);
  expect(opinions(trained(), "constructor valueOf")).toHaveLength(2);
});

test("any text and any order of learning gives probabilities that sum to one", () => {
  const mail = fc.tuple(fc.constantFrom(...COMPLAINT_TYPES), fc.lorem({ maxCount: 12 }));
  fc.assert(
    fc.property(fc.array(mail, { minLength: 8, maxLength: 30 }), fc.string(), (mails, text) => {
      const model = mails.reduce((m, [type, words]) => learn(m, words, type), emptyModel());
      const found = opinions(model, `${text} lorem ipsum`);
      const sum = found.reduce((whole, { probability }) => whole + probability, 0);
      if (found.length > 0) expect(sum).toBeCloseTo(1);
      for (const { probability } of found) expect(probability).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});
