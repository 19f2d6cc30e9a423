import { expect, test } from "vitest";
import { imapProblem } from "./imap-problem.ts";

const account = { host: "imap.example", port: 993, user: "abuse", folder: "Complaints" };
const failure = (facts: object, message = "said the server: secret") =>
  Object.assign(new Error(message), facts);

test.each([
  [{ authenticationFailed: true }, /refused the password of abuse\. Correct it/],
  [{ authenticationFailed: true, serverResponseCode: "AUTHENTICATIONFAILED" }, /refused the pass/],
  [{ authenticationFailed: true, serverResponseCode: "UNAVAILABLE" }, /cannot let abuse in at the/],
  [{ serverResponseCode: "NONEXISTENT" }, /no folder "Complaints"/],
  [{ mailboxMissing: true, responseStatus: "NO" }, /no folder "Complaints"/],
  [{ code: "ENOTFOUND" }, /not known to DNS/],
  [{ code: "ECONNREFUSED" }, /Nothing answers at imap\.example:993/],
  [{ code: "EHOSTUNREACH" }, /no way to imap\.example:993/],
  [{ code: "ETIMEOUT" }, /does not answer in time/],
  [{ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }, /certificate .* allow a certificate of your own/],
  [{ code: "ERR_TLS_CERT_ALTNAME_INVALID" }, /certificate/],
  [{ code: "ERR_SSL_WRONG_VERSION_NUMBER" }, /kind of encryption/],
  [{ code: "NoConnection" }, /stopped in the middle/],
  [{ cause: failure({ code: "ECONNREFUSED" }) }, /Nothing answers/],
  [{ code: "SQLITE_FULL", name: "LibsqlError" }, /disk of the desk is full.*nothing is lost/],
  [{ code: "SQLITE_BUSY", name: "LibsqlError" }, /held by another program/],
  [{ code: "P2003", name: "PrismaClientKnownRequestError" }, /own database failed/],
])("%j is one line with a remedy, without the server's words", (facts, words) => {
  const line = imapProblem(failure(facts), account);
  expect(line).toMatch(words);
  expect(line).not.toMatch(/\n|secret/);
});

test("what is no error at all is still one line", () => {
  expect(imapProblem("thrown text", account)).toMatch(/stopped in the middle/);
});
