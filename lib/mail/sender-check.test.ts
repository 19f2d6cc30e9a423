import { expect, test } from "vitest";
import { parseAuthenticationResults } from "./authentication-results.ts";
import { judgeServerWord } from "./sender-check.ts";

const AT = Date.parse("2026-03-01T12:00:00Z");
function judged(results: string, author = { domain: "isp.example", doubts: [] }) {
  const word = parseAuthenticationResults(`mx.operator.example; ${results}`);
  if (word === null) throw new Error("not read");
  return judgeServerWord(author, { results: word.results, server: word.authservId }, AT);
}

test.each([
  ["DMARC", "dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=isp.example"],
  [
    "DMARC, as Gmail writes it",
    "dkim=pass header.i=@isp.example header.s=s1 header.b=Xy; spf=pass (google.com: domain of b@isp.example designates 203.0.113.20 as permitted sender) smtp.mailfrom=b@isp.example; dmarc=pass (p=NONE) header.from=isp.example",
  ],
  [
    "a signature of the domain",
    "dkim=pass (2048-bit key) header.d=isp.example header.i=@isp.example",
  ],
  ["a signature by its identity only", "dkim=pass header.i=robot@isp.example"],
  ["SPF for the very domain", "spf=pass (mailfrom) smtp.mailfrom=bounce@isp.example"],
  [
    "one good signature among bad ones",
    "dkim=fail header.d=isp.example; dkim=pass header.d=isp.example; dmarc=none header.from=isp.example",
  ],
])("%s: authenticated", (_, results) => {
  expect(judged(results)).toMatchObject({ standing: "authenticated", at: AT });
});

test.each([
  ["nothing was found", "none"],
  ["DMARC of another domain", "dmarc=pass header.from=evil.example"],
  ["DMARC of nobody", "dmarc=pass"],
  ["DMARC twice", "dmarc=pass header.from=isp.example; dmarc=pass header.from=evil.example"],
  ["DMARC pass and fail", "dmarc=pass header.from=isp.example; dmarc=fail header.from=isp.example"],
  ["a signature of another domain", "dkim=pass header.d=evil.example"],
  ["a signature of a domain with the name in it", "dkim=pass header.d=isp.example.evil.example"],
  ["a signature of a domain below", "dkim=pass header.d=customer.isp.example"],
  ["a signature of the top", "dkim=pass header.d=example"],
  ["a signature that failed", "dkim=fail header.d=isp.example"],
  ["SPF of a domain above", "spf=pass smtp.mailfrom=b@example"],
  ["SPF of the greeting of another", "spf=pass smtp.helo=mail.evil.example"],
  ["SPF of two at signs", "spf=pass smtp.mailfrom=isp.example'@any@isp.example"],
  [
    "a signature, where the domain's policy failed",
    "dkim=pass header.d=isp.example; dmarc=fail (p=NONE) header.from=isp.example",
  ],
  ["another method", "auth=pass smtp.auth=abuse@isp.example; iprev=pass policy.iprev=203.0.113.20"],
])("%s: not authenticated", (_, results) => {
  expect(judged(results).standing).toBe("unproven");
});

test.each([
  ["in the comment", "dmarc=fail (p=REJECT dis=NONE) header.from=isp.example"],
  ["in the comment, as rspamd writes it", "dmarc=fail (policy=quarantine) header.from=isp.example"],
  ["as a property", "dmarc=fail policy.dmarc=reject header.from=isp.example"],
])("against the domain's policy, told %s: forged", (_, results) => {
  expect(judged(results).standing).toBe("forged");
});

test("a From line in doubt is never authenticated, whatever the server says", () => {
  const doubtful = { domain: "isp.example", doubts: ["name-address" as const] };
  const said = "dmarc=pass header.from=isp.example; dkim=pass header.d=isp.example";
  expect(judged(said, doubtful as never).standing).toBe("unproven");
  expect(judged(said, { domain: null, doubts: ["several-from"] } as never).standing).toBe(
    "unproven",
  );
});
