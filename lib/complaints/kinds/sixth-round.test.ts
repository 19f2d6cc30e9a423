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
  [
    "a gateway that others come to, and who they are below",
    {
      from: "csirt@bank.example",
      subject: "[BL-CSIRT 20260203-4] VPN logins",
      body: "We saw failed logins on our gateway (vpn.bank.example, 203.0.113.55, TCP/10443) coming from the following addresses:\n\n- 192.0.2.71\n- 192.0.2.72\n\nPeriod: 03.02.2026 05:05 bis 06:40 Uhr MEZ\n",
    },
    {
      accused: ["192.0.2.71", "192.0.2.72"],
      refs: ["BL-CSIRT 20260203-4"],
      times: ["2026-02-03T04:05:00Z", "2026-02-03T05:40:00Z"],
    },
  ],
  [
    "a day behind a port",
    {
      from: "opers@chat.example",
      subject: "Nick floods",
      body: "A user on 192.0.2.73 floods our channels, port 6697, 2026-02-03 04:05 UTC.\n",
    },
    { accused: ["192.0.2.73"], ports: [6697] },
  ],
  [
    "about a quarter of an hour in German",
    {
      from: "leitstelle@werk.example",
      subject: "Verbindungsversuche",
      body: "Am 3. Februar 2026 gegen 05:05 Uhr (MEZ) haben wir Verbindungsversuche von 192.0.2.74 auf die Ports 102, 502 und 20000 registriert.\n",
    },
    { accused: ["192.0.2.74"], ports: [102, 502, 20_000], times: ["2026-02-03T04:05:00Z"] },
  ],
  [
    "a Dutch order of the prosecutor",
    {
      from: "vordering@om.example",
      subject: "Vordering",
      body: "Gegevens behorende bij IP-adres 192.0.2.75. Parketnummer 10/772233-26.\n",
    },
    { accused: ["192.0.2.75"], refs: ["10/772233-26"] },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
