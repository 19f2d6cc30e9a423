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
  [
    "a Dutch reminder that speaks of its own report",
    {
      from: "abuse@dc.example",
      subject: "Herinnering: klacht nog open (zaak 2026-5512)",
      body: "Wij hebben nog geen reactie ontvangen op onze melding over 192.0.2.66. Reageer binnen 24 uur, anders blokkeren wij het adres.\n",
    },
    { accused: ["192.0.2.66"], refs: ["2026-5512"], hours: 24 },
  ],
  [
    "what our own sensors saw, from one time until another",
    {
      from: "cert@energy.example",
      subject: "Scanning for Modbus",
      body: "Our honeypots saw 192.0.2.67 probing TCP/502: 2026-02-03T04:05:06Z until 2026-02-03T04:09:10Z.\n",
    },
    {
      accused: ["192.0.2.67"],
      ports: [502],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:09:10Z"],
    },
  ],
  [
    "a Czech date with blanks",
    {
      from: "bezpecnost@mesto.example",
      subject: "Skenování portů",
      body: "Z IP adresy 192.0.2.68 bylo dne 3. 2. 2026 v 04:05 (UTC) zaznamenáno skenování.\n",
    },
    { accused: ["192.0.2.68"], times: ["2026-02-03T04:05:00Z"] },
  ],
  [
    "the accused above a log of where he went",
    {
      from: "report@sensornet.example",
      subject: "Unsolicited connections",
      body: "Host 192.0.2.69 contacted these unused addresses:\n2026-02-03 04:05:06 UTC 203.0.113.10:1433\n2026-02-03 04:05:07 UTC 203.0.113.11:1433\n",
    },
    { accused: ["192.0.2.69"], ports: [1433] },
  ],
  [
    "a flow of one line, its keys without marks",
    {
      from: "noc@ix.example",
      subject: "Flow alert",
      body: "src 192.0.2.70 dst 203.0.113.200 proto 17 packets 88M - UDP flood\n",
    },
    { accused: ["192.0.2.70"] },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
