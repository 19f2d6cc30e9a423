import { parseIp } from "../../net/ip.ts";
import {
  type Facts,
  type FormatInput,
  type FormatReader,
  factAt,
  NO_EVENT,
  noFacts,
  plainAddress,
  timeOf,
} from "../facts.ts";

/** SpamCop's plain reports: `[SpamCop (address or URL) id:N]subject`, then `Email from <address> / <date>`. */
export const spamcop: FormatReader = {
  format: "spamcop",
  recognise: ({ message }) =>
    /@reports\.spamcop\.net$/i.test(message.from?.address ?? "") ||
    /^\s*\[ ?SpamCop V[\d.]+ ?\]/m.test(message.body.slice(0, 2_000)),
  read,
};

function read({ message, documents, reference }: FormatInput): Facts {
  const facts = noFacts();
  const body = documents.find(({ source }) => source === "body");
  const line = body && /^[>\s]{0,8}Email from ([^\s/]{3,60}) \/ ([^\n]{5,80})/m.exec(body.text);
  const ip = parseIp(plainAddress(line?.[1] ?? ""));
  if (body && line && ip !== null) {
    const start = line.index + line[0].indexOf(line[1] ?? "");
    facts.accused.push(factAt(ip, body, start, start + (line[1] ?? "").length));
    const time = timeOf(line[2], reference);
    if (time) facts.events.push({ ...NO_EVENT, time, sourceIp: ip, protocol: "tcp" });
  }
  const id = /\bid:(\d{6,14})/.exec(message.subject);
  const subject = documents.find(({ source }) => source === "subject");
  if (id && subject)
    facts.refs.push(factAt(id[1] ?? "", subject, id.index + 3, id.index + id[0].length));
  else {
    const local = /^(\d{6,14})@reports\.spamcop/i.exec(message.from?.address ?? "")?.[1];
    if (local) facts.refs.push({ value: local, span: null });
  }
  facts.claimedType = "spam";
  return facts;
}
