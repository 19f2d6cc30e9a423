import { expect, test } from "vitest";
import { aPolicy, aTenure } from "../testing/a-relay.ts";
import { policyVersions } from "./policy-versions-view.ts";

const ALL = { from: 0, to: Date.parse("2027-01-01T00:00:00Z") };
const [JAN, FEB, MAR] = ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"];
const torrc = (...items: string[]) => [
  "ExitRelay 1",
  ...items.map((item) => `ExitPolicy ${item}`),
  "ExitPolicy reject *:*",
];

function versions(policies: ReturnType<typeof aPolicy>[], stretch = ALL, most = 40) {
  return policyVersions({ policies, tenures: [aTenure("192.0.2.7")] }, stretch, most);
}

test("a version says what changed in words and what changed in effect", () => {
  const { versions: found } = versions([
    aPolicy(torrc("accept *:22", "accept *:443"), JAN, FEB),
    aPolicy(torrc("accept *:443", "accept *:6660-6669"), FEB),
  ]);
  expect(found[0]?.change).toBeNull();
  expect(found[1]?.change).toMatchObject({
    since: 1,
    diff: [
      { change: "removed", text: "ExitPolicy accept *:22" },
      { change: "added", text: "ExitPolicy accept *:6660-6669" },
    ],
    sameEffect: false,
    acrossForms: false,
  });
  expect(found[1]?.change?.ports).toEqual([
    { family: 4, opened: ["6660-6669"], closed: ["22"], whole: true },
    { family: 6, opened: [], closed: [], whole: true },
  ]);
  expect(found[1]?.effective).toContain("reject 192.0.2.7:*");
  expect(found[1]?.isExit).toBe(true);
});

test("closing one network changes no port for most addresses, and is not the same either", () => {
  const { versions: found } = versions([
    aPolicy(torrc("accept *:443"), JAN, FEB),
    aPolicy(torrc("reject 198.51.100.0/24:443", "accept *:443"), FEB),
  ]);
  expect(found[1]?.change?.sameEffect).toBe(false);
  expect(found[1]?.change?.ports[0]).toMatchObject({ opened: [], closed: [] });
});

test("other words for the same rules change nothing in effect, also when a descriptor follows a torrc", () => {
  const { versions: found } = versions([
    aPolicy(torrc("accept *:443"), JAN, FEB),
    aPolicy(["ExitRelay 1", "ExitPolicy accept *:443, reject *:*"], FEB, MAR),
    aPolicy(
      [
        ...["0.0.0.0/8", "169.254.0.0/16", "127.0.0.0/8", "192.168.0.0/16", "10.0.0.0/8"],
        ...["172.16.0.0/12", "192.0.2.7"],
      ]
        .map((net) => `reject ${net}:*`)
        .concat("accept *:443", "reject *:*"),
      MAR,
      null,
      "descriptor",
    ),
  ]);
  expect(found[1]?.change).toMatchObject({ sameEffect: true });
  expect(found[1]?.change?.diff.length).toBeGreaterThan(0);
  expect(found[2]?.change).toMatchObject({ sameEffect: true, acrossForms: true, diff: [] });
});

test("numbers count over all time, whatever is shown; the newest stay when there are too many", () => {
  const days = Array.from({ length: 9 }, (_, index) => `2026-05-0${index + 1}T00:00:00Z`);
  const policies = days.map((day, index) =>
    aPolicy(torrc(`accept *:${index + 1}`), day, days[index + 1] ?? null),
  );
  const cut = versions(policies, ALL, 2);
  expect(cut.versions.map(({ number }) => number)).toEqual([8, 9]);
  expect(cut.left).toBe(7);
  const shown = versions(policies, {
    from: Date.parse("2026-05-03T12:00:00Z"),
    to: Date.parse("2026-05-04T12:00:00Z"),
  });
  expect(shown.versions.map(({ number }) => number)).toEqual([3, 4]);
  expect(shown.versions[0]?.change?.since).toBe(2);
});

test("a policy tor refuses has a flaw, no effect, and hides nothing of what follows", () => {
  const { versions: found } = versions([
    aPolicy(torrc("accept *:99999"), JAN, FEB),
    aPolicy(torrc("accept *:443"), FEB),
  ]);
  expect(found[0]).toMatchObject({ effective: [], isExit: false });
  expect(found[0]?.flaw).toContain("99999");
  expect(found[1]?.change?.ports).toEqual([]);
  expect(found[1]?.change?.diff).toHaveLength(2);
});

test("a hole after a version is told, whatever is shown; an overlap is none", () => {
  const policies = [
    aPolicy(torrc("accept *:22"), JAN, FEB),
    aPolicy(torrc("accept *:80"), MAR, "2026-05-01T00:00:00Z"),
    aPolicy(torrc("accept *:443"), "2026-04-01T00:00:00Z", "2026-06-01T00:00:00Z"),
  ];
  const gaps = (stretch: typeof ALL) =>
    versions(policies, stretch).versions.map(({ gapAfter }) => gapAfter);
  const [first, , last] = gaps(ALL);
  expect(first).toEqual({ from: Date.parse(FEB), to: Date.parse(MAR) });
  expect(gaps(ALL)[1]).toBeNull();
  expect(last).toEqual({ from: Date.parse("2026-06-01T00:00:00Z"), to: null });
  expect(gaps({ from: Date.parse(JAN), to: Date.parse(FEB) })).toEqual([first]);
});
