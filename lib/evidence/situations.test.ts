import { describe, expect, test } from "vitest";
import { ADDRESS_SITUATIONS } from "../testing/address-situations.ts";
import { checkSituations } from "../testing/check-situations.ts";
import { DESTINATION_SITUATIONS } from "../testing/destination-situations.ts";
import { OLD_RECORD_SITUATIONS } from "../testing/old-record-situations.ts";
import { POLICY_SITUATIONS } from "../testing/policy-situations.ts";
import { PORT_SITUATIONS } from "../testing/port-situations.ts";
import { PROTOCOL_SITUATIONS } from "../testing/protocol-situations.ts";
import { ROLE_SITUATIONS } from "../testing/role-situations.ts";
import { TENURE_SITUATIONS } from "../testing/tenure-situations.ts";
import { TIME_SITUATIONS } from "../testing/time-situations.ts";
import { UPTIME_SITUATIONS } from "../testing/uptime-situations.ts";
import { WHOLE_SITUATIONS } from "../testing/whole-situations.ts";

/** Complaint x history -> verdict, deciding line, findings, and what must not be claimed. */
const ALL = [
  ...TIME_SITUATIONS,
  ...TENURE_SITUATIONS,
  ...ADDRESS_SITUATIONS,
  ...ROLE_SITUATIONS,
  ...UPTIME_SITUATIONS,
  ...POLICY_SITUATIONS,
  ...PORT_SITUATIONS,
  ...DESTINATION_SITUATIONS,
  ...PROTOCOL_SITUATIONS,
  ...OLD_RECORD_SITUATIONS,
  ...WHOLE_SITUATIONS,
];

describe(`${ALL.length} complaint situations`, () => {
  checkSituations(ALL);

  test("there are at least 60 of them, each told once", () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
    expect(ALL.length).toBeGreaterThanOrEqual(60);
  });
});
