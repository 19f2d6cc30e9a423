import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAuthenticationResults } from "./authentication-results.ts";

test("a usual field is read: methods, results, properties, the policy in the comment", () => {
  const value =
    "mx.operator.example 1; dkim=pass (2048-bit key) header.d=isp.example header.i=@isp.example header.b=aB3/x=;" +
    ' spf=pass smtp.mailfrom=bounce+user=relay.example@isp.example; dmarc=pass (p=REJECT sp=NONE) header.from=isp.example; arc=none; auth=pass smtp.auth="two words"@isp.example';
  const word = parseAuthenticationResults(value);
  expect(word?.authservId).toBe("mx.operator.example");
  expect(word?.results.map(({ method, result }) => `${method}=${result}`)).toEqual([
    "dkim=pass",
    "spf=pass",
    "dmarc=pass",
    "arc=none",
    "auth=pass",
  ]);
  expect(word?.results[0]?.properties).toEqual({
    "header.d": "isp.example",
    "header.i": "@isp.example",
    "header.b": "aB3/x=",
  });
  expect(word?.results[1]?.properties["smtp.mailfrom"]).toBe(
    "bounce+user=relay.example@isp.example",
  );
  expect(word?.results[2]?.comment).toContain("p=REJECT");
  expect(word?.results[4]?.properties["smtp.auth"]).toBe('"two words"@isp.example');
});

test.each([
  ["nothing was checked", "mx.operator.example; none"],
  ["nothing is said", "mx.operator.example"],
  ["comments everywhere", "(a) mx.operator.example (b (c)) ; (d) none (e)"],
])("%s: a field without results", (_, value) => {
  expect(parseAuthenticationResults(value)).toEqual({
    authservId: "mx.operator.example",
    results: [],
  });
});

test("a bounce has no envelope sender", () => {
  const word = parseAuthenticationResults(
    "mx.operator.example; spf=none smtp.mailfrom=; dkim=none",
  );
  expect(word?.results.map(({ properties }) => properties)).toEqual([{ "smtp.mailfrom": "" }, {}]);
});

test.each([
  ["no name", "; dmarc=pass"],
  ["two names", "mx.operator.example evil.example; dmarc=pass"],
  ["another version", "mx.operator.example 2; dmarc=pass"],
  ["an open comment", "mx.operator.example; spf=fail (dmarc=pass header.from=isp.example"],
  [
    "a comment glued to a value",
    "mx.operator.example; spf=pass smtp.mailfrom=a@isp.example(.x.example)",
  ],
  [
    "an open bracket in a value",
    "mx.operator.example; spf=pass smtp.mailfrom=a@isp.example(x.example",
  ],
  ["an open quote", 'mx.operator.example; spf=pass smtp.mailfrom="a@isp.example'],
  ["a stray bracket", "mx.operator.example; spf=pass) smtp.mailfrom=a@isp.example"],
  [
    "a property twice",
    "mx.operator.example; dmarc=pass header.from=a.example header.from=isp.example",
  ],
  ["no sign", "mx.operator.example; dmarc pass"],
  ["a value without a name", "mx.operator.example; dmarc=pass isp.example"],
  ["nothing behind the sign", "mx.operator.example; dmarc="],
  ["NUL", "mx.operator.example; dmarc=pass header.from=isp.example\0"],
  ["longer than any server writes", `mx.operator.example; ${"dkim=fail; ".repeat(3_000)}`],
])("%s: the whole field counts for nothing", (_, value) => {
  expect(parseAuthenticationResults(value)).toBeNull();
});

test("whatever is thrown at it, it answers, and soon", () => {
  const pieces = fc.constantFrom(
    ..."mx.operator.example|;|=|(|)|\\|\"| |dmarc|pass|header.from|isp.example|\0|\xff|none|1|@|'".split(
      "|",
    ),
  );
  const started = performance.now();
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), fc.string(), (list, any) => {
      parseAuthenticationResults(list.join(""));
      parseAuthenticationResults(any);
    }),
    { numRuns: 3_000 },
  );
  for (const char of ["(", ")", '"', "\\", ";", "=", "a=", " ", "((", "()"])
    parseAuthenticationResults(`x;${char.repeat(8_000)}`);
  expect(performance.now() - started).toBeLessThan(5_000);
});
