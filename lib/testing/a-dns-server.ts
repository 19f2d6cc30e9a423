import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  type Question,
  TRUNCATED_RESPONSE,
} from "dns-packet";

/** What the server says to one question; null: nothing, ever. */
export type DnsReply =
  | { a?: string[]; txt?: string; rcode?: "NXDOMAIN" | "SERVFAIL" | "REFUSED"; truncated?: boolean }
  | { bytes: Buffer }
  | null;

const RCODES = { NXDOMAIN: 3, SERVFAIL: 2, REFUSED: 5 };

/**
 * A name server on loopback, UDP and TCP on one port. `answer` is asked for each question; a truncated answer is whole over
 * TCP. `asked` holds each question, as `A name`.
 */
export async function aDnsServer(answer: (name: string, type: string) => DnsReply) {
  const asked: string[] = [];
  const reply = (packet: Buffer, overTcp: boolean): Buffer | null => {
    const { id = 0, questions = [] } = decode(packet);
    const [question] = questions;
    if (!question) return null;
    asked.push(`${question.type} ${question.name}${overTcp ? " over TCP" : ""}`);
    const said = answer(question.name, question.type);
    if (said === null || "bytes" in said) return said?.bytes ?? null;
    return packetOf(said, { id, question, isCut: said.truncated === true && !overTcp });
  };
  const tcp = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const packet = reply(chunk.subarray(2), true);
      if (packet === null) return;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(packet.length);
      socket.write(Buffer.concat([length, packet]));
    });
  });
  tcp.listen(0, "127.0.0.1");
  await once(tcp, "listening");
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket("udp4");
  udp.on("message", (packet, from) => {
    const answered = reply(packet, false);
    if (answered) udp.send(answered, from.port, from.address);
  });
  udp.bind(port, "127.0.0.1");
  await once(udp, "listening");
  return {
    server: `127.0.0.1:${port}`,
    asked,
    close: async () => {
      udp.close();
      await new Promise((resolve) => tcp.close(resolve));
    },
  };
}

type Words = Exclude<DnsReply, null | { bytes: Buffer }>;

function packetOf(
  { a = [], txt, rcode }: Words,
  { id, question, isCut }: { id: number; question: Question; isCut: boolean },
): Buffer {
  const { name, type } = question;
  const records: Record<string, Answer[]> = {
    A: a.map((data) => ({ type: "A", name, ttl: 60, data })),
    TXT: txt === undefined ? [] : [{ type: "TXT", name, ttl: 60, data: txt }],
  };
  const code = rcode === undefined ? 0 : RCODES[rcode];
  return encode({
    type: "response",
    id,
    flags: AUTHORITATIVE_ANSWER | (isCut ? TRUNCATED_RESPONSE : 0) | code,
    questions: [question],
    answers: isCut ? [] : (records[type] ?? []),
  });
}
