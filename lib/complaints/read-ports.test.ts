import { expect, test } from "vitest";
import { parseMessage } from "../mail/parse-message.ts";
import { readComplaint } from "./read-complaint.ts";

const RECEIVED_AT = Date.parse("2026-02-04T12:30:00Z");

async function portsOf(body: string, subject = "Abuse from 192.0.2.7") {
  const mail = `From: Jo <jo@shop.example>\nSubject: ${subject}\nDate: Wed, 04 Feb 2026 12:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`;
  const complaint = readComplaint(await parseMessage(Buffer.from(mail)), RECEIVED_AT);
  return {
    destination: complaint.destinationPorts.map(({ value }) => value),
    source: complaint.sourcePorts.map(({ value }) => value),
    events: complaint.events.map(({ destinationPort }) => destinationPort),
  };
}

test.each([
  ["English", "192.0.2.7 attacks our server on port 8443.", [8443]],
  ["Dutch", "192.0.2.7 valt onze server aan via poort 443.", [443]],
  ["Dutch, several", "192.0.2.7 valt onze poorten 25 en 80 aan.", [25, 80]],
  ["German", "192.0.2.7 greift unseren Server auf Port 443 an.", [443]],
  ["French", "192.0.2.7 attaque notre serveur sur le port TCP 8080.", [8080]],
  ["Italian", "192.0.2.7 attacca il nostro sito (203.0.113.152, porta 80).", [80]],
  ["Spanish", "192.0.2.7 ataca nuestra tienda (203.0.113.200, puerto 443).", [443]],
  ["Portuguese", "192.0.2.7 varreu o nosso servidor, porta TCP 8080.", [8080]],
  ["Polish", "192.0.2.7 atakuje nasz serwer na porcie 22.", [22]],
  ["Russian", "192.0.2.7 шлёт спам на наш сервер 203.0.113.161 (порт 25).", [25]],
  ["Russian, another case", "С адреса 192.0.2.7 атака по порту 22.", [22]],
  ["no words at all but HTTP(S)", "Unwanted HTTP(S) requests from 192.0.2.7.", [80, 443]],
  ["a service of a log", "2026-02-03 10:11:12 user: root service: ftp source: 192.0.2.7", [21]],
  ["an arrow left as HTML", '"SMTP": "192.0.2.7-&gt;203.0.113.9:25"', [25]],
  [
    "two services, of which the log shows one",
    "An attempt to brute-force passwords over SSH/FTP was seen.\n2026-02-03 10:11:12 sshd[2]: Failed password for root from 192.0.2.7 port 50123 ssh2",
    [22, 21],
  ],
  [
    "advice about other services",
    "192.0.2.7 attacked us on port 8443. Check for guessed passwords through SSH or RDP.",
    [8443],
  ],
  ["a word that only looks like it", "192.0.2.7: see report 443 and support 25.", []],
])("a port in %s", async (_language, body, expected) => {
  expect((await portsOf(body)).destination).toEqual(expected);
});

test("an address with a port on the accused one's log line is where that one went", async () => {
  const body =
    "2026-02-03 10:11:12 UTC irc.pond.example (203.0.113.9:6697) 22 clones from 192.0.2.7, killed";
  expect(await portsOf(body)).toMatchObject({ destination: [6697], events: [6697] });
});

test("a port beside the accused address itself is its own", async () => {
  const body = "2026-02-03 10:11:12 UTC dropped 192.0.2.7:50123 at the edge";
  expect(await portsOf(body)).toMatchObject({ destination: [], source: [50123] });
});

test("what a bot called is nobody's victim: its port stays with the event", async () => {
  const body = [
    "timestamp,ip,port,infection,cc_ip,cc_port",
    "2026-02-03T10:11:12Z,192.0.2.7,50123,nettlebot,203.0.113.9,8080",
  ].join("\n");
  expect(await portsOf(body)).toMatchObject({ destination: [], events: [8080] });
});

test("a sinkhole stands in for a control server", async () => {
  const body =
    "timestamp,src_ip,src_port,dst_ip,dst_port\n2026-02-03T10:11:12Z,192.0.2.7,50123,203.0.113.9,8080";
  const subject = "Sinkhole Events Report: 2026-02-03";
  expect(await portsOf(body, subject)).toMatchObject({ destination: [], events: [8080] });
});
