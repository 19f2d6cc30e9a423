import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

/** What a fresh round of letters taught: file numbers without a colon, announced times, lists in other languages. */
const KINDS: [string, MailText, FactsSaid][] = [
  [
    "a case number in the subject behind two words",
    {
      from: "notice@rights.example",
      subject: "Notice of Claimed Infringement - Case ID 7730019221",
      body: "Infringing file shared from IP address: 192.0.2.60\n",
    },
    { accused: ["192.0.2.60"], refs: ["7730019221"] },
  ],
  [
    "a German file number, and a deadline that is no event",
    {
      from: "k.meier@polizei.example",
      subject: "Auskunftsersuchen - Az. 4411 Js 2281/26",
      body: "Wem war die IP-Adresse 192.0.2.61 am 03.02.2026 um 05:05:06 Uhr MEZ zugeteilt? Antwort bis zum 04.02.2026, 18:00 Uhr MEZ.\n",
    },
    { accused: ["192.0.2.61"], refs: ["4411 Js 2281/26"], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "a Spanish order, its hour in words",
    {
      from: "delitos@guardia.example",
      subject: "Requerimiento - Diligencias Previas 881/2026",
      body: "Faciliten los datos del titular de la IP 192.0.2.62 el día 03/02/2026 a las 04:05 horas (UTC).\n",
    },
    { accused: ["192.0.2.62"], refs: ["881/2026"], times: ["2026-02-03T04:05:00Z"] },
  ],
  [
    "a French list of ports",
    {
      from: "sec@banque.example",
      subject: "Scan de ports depuis 192.0.2.63",
      body: "Balayage depuis 192.0.2.63 vers notre réseau, ports TCP 22, 23 et 8080.\n",
    },
    { accused: ["192.0.2.63"], ports: [22, 23, 8080] },
  ],
  [
    "a time announced for today",
    {
      from: "abuse@transit.example",
      subject: "Final reminder",
      body: "We will null-route 192.0.2.64 on 2026-02-04 at 16:00 UTC unless you answer.\n",
    },
    { accused: ["192.0.2.64"], times: [] },
  ],
  [
    "an open service that amplifies is the accused side's port",
    {
      from: "secops@cdn.example",
      subject: "Memcached reflection",
      body: "Your server 192.0.2.65 runs an open memcached service on UDP port 11211.\n",
    },
    { accused: ["192.0.2.65"], ports: [] },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
