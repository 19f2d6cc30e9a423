import { expect, test } from "vitest";
import { leadingComplaint } from "./leading-complaint.ts";
import type { StoredTriage } from "./stored-triage.ts";

const mail = (id: string, type: string, events: number) => ({
  id,
  triage: {
    classification: { type },
    complaint: { events: Array(events).fill({}) },
  } as unknown as StoredTriage,
});

test.each([
  { name: "one mail", mails: [mail("a", "portscan", 0)], type: "portscan", leads: "a" },
  {
    name: "an unlock notice after the report of what happened",
    mails: [mail("unlock", "isp_notice", 0), mail("report", "isp_notice", 4)],
    type: "isp_notice",
    leads: "report",
  },
  {
    name: "an automatic answer that joined",
    mails: [mail("away", "autoresponse_bounce", 0), mail("report", "bruteforce", 1)],
    type: "bruteforce",
    leads: "report",
  },
  {
    name: "repeats: the newest",
    mails: [mail("new", "bruteforce", 2), mail("old", "bruteforce", 2)],
    type: "bruteforce",
    leads: "new",
  },
  {
    name: "a type a person corrected that no mail has",
    mails: [mail("new", "fraud", 1), mail("first", "fraud", 1)],
    type: "webattack",
    leads: "first",
  },
])("$name", ({ mails, type, leads }) => {
  expect(leadingComplaint(mails, type)?.id).toBe(leads);
});
