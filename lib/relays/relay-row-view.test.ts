import { expect, test } from "vitest";
import { anUptime, aPolicy, aRelay, aTenure } from "../testing/a-relay.ts";
import { relayRow } from "./relay-row-view.ts";

const NOW = Date.parse("2026-11-22T10:00:00Z");
const DAY = 86_400_000;
const at = (text: string) => Date.parse(text);
const [JAN, FEB, MAR] = ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"];

test("a line says what holds now, since when, and from what", () => {
  const row = relayRow(
    aRelay({
      tenures: [
        aTenure("192.0.2.7", JAN, FEB),
        aTenure("192.0.2.8", FEB),
        { ...aTenure("2001:db8::8", MAR), source: "consensus", confirmedAt: NOW - DAY },
      ],
    }),
    NOW,
  );
  expect(row).toEqual({
    addresses: ["192.0.2.8", "2001:db8::8"],
    known: { from: at(JAN), to: null },
    newest: { source: "consensus", at: NOW - DAY },
    gaps: { addresses: 0, policies: 0, longest: 0, never: null },
  });
});

test("what a person wrote down is as new as the day it was handed in, a descriptor as its last sighting", () => {
  const torrc = { ...aTenure("192.0.2.7", JAN), learnedAt: at(MAR) };
  const seen = { ...torrc, source: "descriptor (signed)", confirmedAt: at(FEB) };
  const newest = (tenure: typeof torrc) =>
    relayRow(aRelay({ tenures: [tenure], policies: [] }), NOW).newest?.at;
  expect(newest(torrc)).toBe(at(MAR));
  expect(newest(seen)).toBe(at(FEB));
});

test("a hole in the middle is a gap; so is an end of one thing while another goes on", () => {
  const { gaps } = relayRow(
    aRelay({
      tenures: [aTenure("192.0.2.7", JAN, FEB), aTenure("192.0.2.7", MAR)],
      policies: [aPolicy(["ExitRelay 0"], JAN, "2026-11-20T10:00:00Z")],
    }),
    NOW,
  );
  expect(gaps).toEqual({ addresses: 1, policies: 1, longest: 28 * DAY, never: null });
});

test("a relay that is gone has no gap for being gone", () => {
  const { gaps, known, addresses } = relayRow(
    aRelay({ tenures: [aTenure("192.0.2.7", JAN, MAR)], policies: [aPolicy([], JAN, MAR)] }),
    NOW,
  );
  expect(known?.to).toBe(at(MAR));
  expect(gaps).toMatchObject({ addresses: 0, policies: 0 });
  expect(addresses).toEqual([]);
});

test("a relay whose policy nobody told is not one without gaps, and one nothing is known of says nothing", () => {
  expect(relayRow(aRelay({ policies: [] }), NOW).gaps.never).toBe("policy");
  expect(relayRow(aRelay({ tenures: [], policies: [] }), NOW)).toMatchObject({
    known: null,
    newest: null,
  });
});

test("a run in a log counts as word of the relay, as late as it ended", () => {
  const run = anUptime(FEB, MAR);
  const { newest } = relayRow(aRelay({ tenures: [], policies: [], uptime: [run] }), NOW);
  expect(newest).toEqual({ source: "notice log", at: at(MAR) });
});
