import { expect, test } from "vitest";
import { replySubject } from "./reply-subject.ts";

test.each([
  ["Abuse from 192.0.2.10", "Re: Abuse from 192.0.2.10"],
  ["Re: Abuse", "Re: Abuse"],
  ["RE: AW: Re[2]: SV: Abuse", "Re: Abuse"],
  ["Re : Abuse", "Re: Abuse"],
  ["[AbuseID:A1B2C3:1F] Netscan", "Re: [AbuseID:A1B2C3:1F] Netscan"],
  ["AW: [AbuseID:A1B2C3:1F]: AbuseNormal: Fwd: x", "Re: [AbuseID:A1B2C3:1F]: AbuseNormal: Fwd: x"],
  ["Abuse\r\nBcc: victim@example.org", "Re: Abuse Bcc: victim@example.org"],
  ["A\u202egnp\u0000\u2028B", "Re: A gnp B"],
  ["  many   blanks ", "Re: many blanks"],
  ["", "Re:"],
  ["Report: remain calm", "Re: Report: remain calm"],
])("%j becomes %j", (subject, expected) => {
  expect(replySubject(subject)).toBe(expected);
});

test("a long subject is cut to 200 characters, its ticket is not", () => {
  const long = "x".repeat(300);
  expect(replySubject(long)).toHaveLength(200);
  for (const where of [0, 150, 185, 195, 250]) {
    const cut = replySubject(`${long.slice(0, where)} [Ticket ID: 1234567] ${long}`);
    expect(cut).toContain("[Ticket ID: 1234567]");
    expect(cut.length).toBeLessThanOrEqual(200);
  }
});
