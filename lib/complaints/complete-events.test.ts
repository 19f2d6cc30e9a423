import { expect, test } from "vitest";
import { completeEvents } from "./complete-events.ts";
import { NO_EVENT } from "./facts.ts";

const fact = <T>(value: T) => ({ value, span: null });
const bare = { ...NO_EVENT, sourceIp: "192.0.2.7" };

test.each<[string, string[], number[], object]>([
  ["one of each", ["203.0.113.9"], [22], { destinationIp: "203.0.113.9", destinationPort: 22 }],
  ["two ports", ["203.0.113.9"], [22, 25], { destinationIp: "203.0.113.9", destinationPort: null }],
  [
    "two addresses",
    ["203.0.113.9", "203.0.113.8"],
    [22],
    { destinationIp: null, destinationPort: 22 },
  ],
  ["another family", ["2001:db8::9"], [22], { destinationIp: null, destinationPort: 22 }],
  ["nothing", [], [], { destinationIp: null, destinationPort: null }],
])("an event with a time only, and a complaint that states %s", (_what, ips, ports, expected) => {
  const stated = { destinations: ips.map(fact), destinationPorts: ports.map(fact) };
  expect(completeEvents([bare], stated)).toEqual([{ ...bare, ...expected }]);
});

test("what an event says itself is not completed from elsewhere", () => {
  const event = { ...bare, destinationPort: 443 };
  const stated = { destinations: [fact("203.0.113.9")], destinationPorts: [fact(22)] };
  expect(completeEvents([event], stated)).toEqual([event]);
});
