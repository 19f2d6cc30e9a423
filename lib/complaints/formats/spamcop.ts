import { parseIp } from "../../net/ip.ts";
import type { Fact } from "../complaint.ts";
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
    /^[^\S\n]{0,20}\[ ?SpamCop V[\d.]{1,20} ?\]/m.test(message.body.slice(0, 2_000)),
  read,
};

function read(input: FormatInput): Facts {
  const { accused, events } = senderLine(input);
  return { ...noFacts(), accused, events, refs: reportId(input), claimedType: "spam" };
}

function senderLine({ documents, reference }: FormatInput): Pick<Facts, "accused" | "events"> {
  const body = documents.find(({ source }) => source === "body");
  const line = body && /^[>\s]{0,8}Email from ([^\s/]{3,60}) \/ ([^\n]{5,80})/m.exec(body.text);
  const text = line?.[1] ?? "";
  const ip = parseIp(plainAddress(text));
  if (!body || !line || ip === null) return { accused: [], events: [] };
  const start = line.index + line[0].indexOf(text);
  const time = timeOf(line[2], reference);
  return {
    accused: [factAt(ip, body, start, start + text.length)],
    events: time ? [{ ...NO_EVENT, time, sourceIp: ip, protocol: "tcp" }] : [],
  };
}

/** Stands in the subject; a gateway may have replaced that, but it is the sender's name too. */
function reportId({ message, documents }: FormatInput): Fact<string>[] {
  const subject = documents.find(({ source }) => source === "subject");
  const id = /\bid:(\d{6,14})/.exec(message.subject);
  if (id && subject) return [factAt(id[1] ?? "", subject, id.index + 3, id.index + id[0].length)];
  const local = /^(\d{6,14})@reports\.spamcop/i.exec(message.from?.address ?? "")?.[1];
  return local === undefined ? [] : [{ value: local, span: null }];
}
