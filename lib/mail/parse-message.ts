import { readMailDate } from "../time/mail-date.ts";
import { bodyFrom } from "./body-text.ts";
import { decodeHeaderText } from "./header-text.ts";
import { MAIL_LIMITS } from "./mail-limits.ts";
import { readMailboxes } from "./mailboxes.ts";
import type { Message, Part, Problem } from "./message.ts";
import { readMessageIds } from "./message-ids.ts";
import { cleanPartName } from "./part-name.ts";
import { leafText } from "./part-text.ts";
import { readLeaves } from "./read-leaves.ts";
import type { MimeLeaf, SplitMail } from "./split-mime.ts";

/**
 * Reads a mail (RFC 5322, MIME). Never throws and never hangs: whatever cannot be read, or costs more than
 * `MAIL_LIMITS`, becomes a Problem, and the rest is still there.
 */
export function parseMessage(raw: Uint8Array): Promise<Message> {
  return parseWithin(raw, { depth: 0, messages: 0, bytes: 0 });
}

/** What the nested mails of one outermost mail have cost so far. */
type Spent = { depth: number; messages: number; bytes: number };

async function parseWithin(raw: Uint8Array, spent: Spent): Promise<Message> {
  const { headerLines, leaves, problems } = await readLeaves(raw);
  const parts = leaves.map((leaf) => partFrom(leaf, problems));
  return {
    ...headerFacts(headerLines),
    ...bodyFrom(parts),
    parts,
    nested: await nestedMessages(leaves, spent, problems),
    problems,
  };
}

function headerFacts(headerLines: SplitMail["headerLines"]) {
  const lines = headerLines.map(({ name, line }) => ({
    name,
    raw: line.slice(line.indexOf(":") + 1),
  }));
  const first = (name: string) => lines.find((line) => line.name === name)?.raw ?? "";
  const boxes = (name: string) => readMailboxes(first(name));
  const ids = (name: string) => readMessageIds(decodeHeaderText(first(name)));
  return {
    subject: decodeHeaderText(first("subject")),
    from: boxes("from")[0] ?? null,
    replyTo: boxes("reply-to"),
    to: boxes("to"),
    cc: boxes("cc"),
    date: readMailDate(decodeHeaderText(first("date"))),
    messageId: ids("message-id")[0] ?? null,
    inReplyTo: ids("in-reply-to")[0] ?? null,
    references: ids("references"),
    headers: lines.map(({ name, raw }) => ({ name, value: decodeHeaderText(raw) })),
  };
}

function partFrom(leaf: MimeLeaf, problems: Problem[]): Part {
  const decoded = leafText(leaf);
  if (decoded?.doubtful) {
    problems.push({
      code: "charset-doubtful",
      text: `Some letters of part ${leaf.id} may be wrong: its character set is not what it says.`,
    });
  }
  return {
    id: leaf.id,
    contentType: leaf.contentType,
    filename: cleanPartName(leaf.filename),
    attachment: leaf.disposition === "attachment" || leaf.filename !== null,
    text: decoded?.text ?? null,
    bytes: leaf.bytes,
  };
}

async function nestedMessages(leaves: MimeLeaf[], spent: Spent, problems: Problem[]) {
  const nested: Message["nested"] = [];
  for (const leaf of leaves.filter(isMessage)) {
    spent.messages += 1;
    spent.bytes += leaf.bytes.length;
    if (
      spent.depth >= MAIL_LIMITS.nestedDepth ||
      spent.messages > MAIL_LIMITS.nestedMessages ||
      spent.bytes > MAIL_LIMITS.nestedBytes
    ) {
      problems.push({
        code: "nested-limit",
        text: `The attached mail in part ${leaf.id} was not opened: too many mails inside each other.`,
      });
      continue;
    }
    spent.depth += 1;
    nested.push({ partId: leaf.id, message: await parseWithin(leaf.bytes, spent) });
    spent.depth -= 1;
  }
  return nested;
}

function isMessage(leaf: MimeLeaf): boolean {
  if (
    ["message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers"].includes(
      leaf.contentType,
    )
  )
    return true;
  return leaf.filename?.toLowerCase().endsWith(".eml") ?? false;
}
