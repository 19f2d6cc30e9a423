import type { Message } from "../mail/message.ts";

/** One text of a mail that facts are read from. `source` is the name spans use; null where no span can point there. */
export type Document = {
  source: string | null;
  /** `sample`: mail that is shown as evidence (the spam itself), its addresses are hops and links. */
  place: "subject" | "body" | "attachment" | "sample";
  name: string;
  contentType: string;
  text: string;
};

/** Characters read of one text and of all texts of a mail: the facts of a complaint stand early, logs repeat themselves. */
const DOCUMENT_CHARS = 256 * 1024;
const ALL_CHARS = 1024 * 1024;
const MAX_DOCUMENTS = 60;

/** Subject, body and every attached text of a mail. Nested mails are left to the caller. */
export function documentsOf(message: Message): Document[] {
  const documents: Document[] = [
    document("subject", "subject", "", "text/plain", message.subject),
    document("body", "body", "", "text/plain", message.body),
  ];
  let room = ALL_CHARS - message.body.length;
  for (const part of message.parts) {
    if (documents.length >= MAX_DOCUMENTS || room <= 0) break;
    if (message.bodyParts.includes(part.id) || isMailPart(part.contentType, part.filename))
      continue;
    if (part.text === null || IGNORED.test(part.contentType)) continue;
    const attached = document(
      part.id,
      "attachment",
      part.filename ?? "",
      part.contentType,
      part.text,
    );
    documents.push(attached);
    room -= attached.text.length;
  }
  return documents;
}

function document(
  source: string | null,
  place: Document["place"],
  name: string,
  contentType: string,
  text: string,
): Document {
  return {
    source,
    place,
    name: name.toLowerCase(),
    contentType,
    text: text.slice(0, DOCUMENT_CHARS),
  };
}

const IGNORED =
  /^text\/html$|^(?:image|audio|video|font)\/|signature$|pkcs7|pgp-(?:keys|encrypted)/;

function isMailPart(contentType: string, filename: string | null): boolean {
  return (
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/rfc822-headers)$/.test(
      contentType,
    ) || /\.eml$/i.test(filename ?? "")
  );
}
