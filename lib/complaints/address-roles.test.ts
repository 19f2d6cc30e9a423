import { expect, test } from "vitest";
import { mentionsIn } from "./mentions.ts";

/** Who is accused and who is a victim in a text, by the words and tables round the addresses. */
function sides(text: string) {
  const { mentions } = mentionsIn({
    source: "body",
    place: "body",
    name: "",
    contentType: "text/plain",
    text,
  });
  const of = (role: string) => [
    ...new Set(
      mentions.filter(({ judgement }) => judgement?.role === role).map(({ value }) => value),
    ),
  ];
  return { accused: of("accused"), victims: of("victim"), noise: of("noise") };
}

const ATTACKER = "192.0.2.7";
const VICTIM = "198.51.100.20";

test.each([
  ["labels", `Source IP: ${ATTACKER}\nDestination IP: ${VICTIM}`],
  [
    "labels with more words",
    `Offending IP address(es): ${ATTACKER}\nTarget server public IP  ${VICTIM}`,
  ],
  [
    "iptables",
    `Feb  3 04:05:06 fw kernel: DROP IN=eth0 SRC=${ATTACKER} DST=${VICTIM} PROTO=TCP SPT=5 DPT=23`,
  ],
  ["an arrow", `2026-02-03 04:05:06 ${ATTACKER}:51022 -> ${VICTIM}:22`],
  ["tcpdump", `04:05:06.1 IP ${ATTACKER}.51022 > ${VICTIM}.80: Flags [S]`],
  ["dovecot", `imap-login: Disconnected: rip=${ATTACKER}, lip=${VICTIM}`],
  ["a table of blanks", `TIME SRC IP DST IP\n2026-02-03 04:05:06 ${ATTACKER} ${VICTIM}`],
  [
    "a table the other way round",
    `Time, Destination IP, Source IP\n04:05:06, ${VICTIM}, ${ATTACKER}`,
  ],
  [
    "a drawn table",
    `| Attacker IP | Victim IP | Count |\n|---|---|---|\n| ${ATTACKER} | ${VICTIM} | 4 |`,
  ],
  [
    "lists under headings",
    `Attacking hosts:\n${ATTACKER}\n\nIt hit these addresses of ours:\n${VICTIM}`,
  ],
  ["a sentence", `The IP ${ATTACKER} has scanned our server ${VICTIM} all night.`],
  ["another sentence", `Logins from ${ATTACKER} to our host ${VICTIM} failed.`],
  ["an unknown log", `2026-02-03T04:05:06 ${ATTACKER} ${VICTIM} dropped`],
])("tells the sides apart by %s", (_name, text) => {
  expect(sides(text)).toMatchObject({ accused: [ATTACKER], victims: [VICTIM] });
});

test.each([
  [
    "hops",
    "Received: from x (x [203.0.113.9])\n by mx.example ([203.0.113.10]); Tue, 3 Feb 2026 04:05:06 +0000",
  ],
  ["WHOIS ranges", "inetnum:        203.0.113.0 - 203.0.113.255\nroute: 203.0.113.0/24"],
  ["ends of a range", "the block 203.0.113.0 - 203.0.113.255 is yours"],
  ["versions", "running nginx 1.2.3.4 and PHP 5.6.7.8"],
  ["the mail complained about", "[ Offending message ]\nvisit http://203.0.113.80/"],
])("%s accuse nobody", (_name, text) => {
  expect(sides(text)).toMatchObject({ accused: [], victims: [] });
});

test.each([
  ["English", `There were attacks on our mail server from ${ATTACKER} last night.`],
  ["English, with an owner", `Someone hacks into my shop ${VICTIM} using your IP ${ATTACKER}.`],
  ["German", `Es gab Angriffe auf unseren Server ${VICTIM} von der IP-Adresse ${ATTACKER}.`],
  ["Dutch", `Een aanval op onze server ${VICTIM} vanaf ${ATTACKER}.`],
  ["French", `Attaques contre notre serveur ${VICTIM} depuis l'adresse ${ATTACKER}.`],
  ["Spanish", `Ataques a nuestro servidor ${VICTIM} desde ${ATTACKER}.`],
  ["Italian", `Attacchi al nostro server ${VICTIM} da ${ATTACKER}.`],
  ["Polish", `Ataki na nasz serwer ${VICTIM} z adresu ${ATTACKER}.`],
  ["Czech", `Útoky na náš server ${VICTIM} z adresy ${ATTACKER}.`],
  ["Russian", `Атака на наш сервер ${VICTIM} с IP ${ATTACKER}.`],
  ["Swedish", `Angrepp mot vårt system ${VICTIM} från ${ATTACKER}.`],
  ["words of belonging", `The customer assigned to ${ATTACKER} calls our host ${VICTIM}.`],
])("the word next to an address says whose it is, in %s", (_name, text) => {
  const { accused, victims } = sides(text);
  expect(accused).toEqual([ATTACKER]);
  expect(victims).not.toContain(ATTACKER);
});

test.each([
  ["what they run", `We run a catalogue at ${VICTIM} and see your traffic.`],
  [
    "what was done to it",
    `Our shop (${VICTIM}) was flooded; www.shop.example (${VICTIM}:443) received 900 requests.`,
  ],
  ["a turn behind the word of origin", `Packets from your network to ${VICTIM} never stop.`],
])("%s accuses nobody", (_name, text) => {
  expect(sides(text)).toMatchObject({ accused: [], victims: [VICTIM] });
});
