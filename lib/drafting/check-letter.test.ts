import { expect, test } from "vitest";
import type { Answer, FindingKind, Verdict } from "../evidence/verdict.ts";
import { aLetterComplaint, anEvent, anEvidence, OPERATOR } from "../testing/a-letter-case.ts";
import { checkLetter } from "./check-letter.ts";

function check(
  text: string,
  verdict: Verdict = "port-allowed",
  answers: Partial<Record<FindingKind, Answer>> = {},
  event = anEvent(),
) {
  const complaint = aLetterComplaint({ events: [event] });
  const evidence = anEvidence(verdict, answers);
  return checkLetter({ text, gaps: [], complaint, evidence, operator: OPERATOR }).map(
    ({ code }) => code,
  );
}

test.each([
  ["Hello {{fact}}", "token"],
  ["The port is undefined.", "token"],
  ["It was [object Object].", "token"],
  ["It is ours ().", "empty"],
  ["We looked at , and found it.", "empty"],
  ["We looked. . And found it.", "empty"],
  ["What we checked:\n\nNothing else", "empty"],
  ["- one\n-\n", "empty"],
  ["Please fill [[hostCheck]].", "gap"],
  ["There are 7000 relays in the network.", "stale"],
  ["See https://evil.example/x for more.", "link"],
  ["It happened at 2026-10-03 10:04 UTC.", "time"],
  ["The deciding line was accept *:80.", "rule"],
])("%j is found", (text, code) => {
  expect(check(text)).toContain(code);
});

test.each([
  "The mail reached us at",
  "Die Mail erreichte uns am",
  "Le message nous est parvenu le",
  "De mail bereikte ons op",
])("%s may be followed by a moment that no finding names", (words) => {
  expect(check(`${words} 2026-10-03 10:04 UTC.`)).toEqual([]);
  expect(check("Es geschah am 2026-10-03 10:04 UTC.")).toEqual(["time"]);
});

test("what is proven may be said", () => {
  expect(
    check(
      "At 2026-10-02 10:04:11 UTC the exit policy then allowed the port (accept *:22), so it can have been made by somebody using Tor. See https://check.torproject.org/torbulkexitlist.",
    ),
  ).toEqual([]);
});

test.each([
  ["it can have been made by somebody using Tor", "port-rejected", {}, anEvent()],
  ["it can have been made by somebody using Tor", "not-our-ip", {}, anEvent()],
  ["it can have been made by somebody using Tor", "cannot-tell", {}, anEvent()],
  ["this was Tor traffic", "not-tor-traffic", {}, anEvent({ protocol: "udp" })],
  ["this was Tor traffic", "port-allowed", {}, anEvent({ protocol: "udp" })],
  ["It came from a Tor user", "port-allowed", { role: "no" }, anEvent()],
  ["The address belongs to an exit relay.", "not-our-ip", {}, anEvent()],
  ["Our relays do not allow SMTP", "port-rejected", {}, anEvent({ destinationPort: 587 })],
  ["Our relays do not carry mail", "port-allowed", {}, anEvent({ destinationPort: 25 })],
  ["It cannot have come through us", "port-allowed", {}, anEvent()],
  ["The relay was not an exit", "port-allowed", {}, anEvent()],
  ["The relay was not running", "port-allowed", {}, anEvent()],
  ["None of our relays held it", "port-allowed", {}, anEvent()],
  ["We keep no logs", "port-allowed", {}, anEvent()],
  ["See 17 USC 512(a); this is not legal advice", "port-allowed", {}, anEvent()],
  ["von jemandem stammen, der Tor benutzt", "port-rejected", {}, anEvent()],
  ["Das Relay lief zu dieser Zeit nicht", "port-allowed", {}, anEvent()],
  ["Wir führen keine Protokolle", "port-allowed", {}, anEvent()],
  ["jemand, der Tor benutzt, kann sie geschickt haben", "cannot-tell", {}, anEvent()],
  ["von Menschen, die Tor benutzen", "port-rejected", {}, anEvent()],
  ["Sie gehört zu einem von uns betriebenen Exit-Relay", "not-our-ip", {}, anEvent()],
  ["Sie gehört zu einem von uns betriebenen Tor-Relay", "not-our-ip", {}, anEvent()],
  ["Unter dieser Adresse betreiben wir ein Tor-Relay", "not-our-ip", {}, anEvent()],
  ["Das Relay war damals kein Exit", "port-allowed", {}, anEvent()],
  ["Port 25 war gesperrt", "port-rejected", {}, anEvent({ destinationPort: 587 })],
  ["Sie können daher nicht durch das Relay gekommen sein", "port-allowed", {}, anEvent()],
  ["door iemand die Tor gebruikt", "cannot-tell", {}, anEvent()],
  ["van mensen die Tor gebruiken", "port-rejected", {}, anEvent()],
  ["Het adres hoort bij een exit-relay", "not-our-ip", {}, anEvent()],
  ["Op dat adres beheren wij een Tor-relay", "not-our-ip", {}, anEvent()],
  ["Het exitbeleid van dat moment weigerde de poort", "port-allowed", {}, anEvent()],
  ["poort 25 was dicht", "port-rejected", {}, anEvent({ destinationPort: 587 })],
  ["Dit kan dus niet door de relay zijn gekomen", "port-allowed", {}, anEvent()],
  ["envoyées par une personne utilisant Tor", "not-our-ip", {}, anEvent()],
  ["Le relais ne fonctionnait pas", "port-allowed", {}, anEvent()],
  ["Nous ne gardons aucun journal", "port-allowed", {}, anEvent()],
  ["See the Digital Services Act", "port-allowed", {}, anEvent()],
] as const)("%j is unproven for %s", (text, verdict, answers, event) => {
  expect(check(text, verdict, answers, event)).toContain("unproven");
});
