import { MailParser } from "mailparser";
import { MAIL_LIMITS } from "./mail-limits.ts";

/** One leaf of the MIME tree with its transfer encoding undone; the charset is not applied yet. */
export type MimeLeaf = {
  /** IMAP part number; `1` for a mail that is not multipart. */
  id: string;
  contentType: string;
  charset: string | null;
  flowed: boolean;
  delSp: boolean;
  filename: string | null;
  disposition: string | null;
  bytes: Buffer;
};

export type SplitMail = {
  /** Header lines of the mail, names in lower case, lines one char per byte with folding left in. */
  headerLines: { name: string; line: string }[];
  leaves: MimeLeaf[];
  /** Why the splitter stopped early, null when it read the mail to its end. */
  refused: string | null;
};

/**
 * Splits a mail into leaves with mailparser. Embedded mails stay leaves (`ignoreEmbedded`), and so do texts: mailparser
 * would join them, turn HTML to text, and lose the bytes a wrong charset needs. Never rejects: what was read before an
 * error or the time limit is returned with the reason.
 */
export function splitMime(raw: Uint8Array): Promise<SplitMail> {
  return new Promise((resolve) => {
    const mail: SplitMail = { headerLines: [], leaves: [], refused: null };
    const parser = leafParser();
    const timer = setTimeout(() => finish("it took too long to split"), MAIL_LIMITS.splitMs);
    const finish = (refused: string | null) => {
      clearTimeout(timer);
      resolve({ ...mail, leaves: [...mail.leaves], refused });
    };
    parser.on("headerLines", (lines) => {
      mail.headerLines = lines.map(({ key, line }) => ({ name: key, line }));
    });
    parser.on("error", (error: Error) => finish(error.message));
    parser.on("end", () => finish(null));
    parser.on("data", (data) => {
      if (data.type !== "attachment") return;
      const chunks: Buffer[] = [];
      data.content.on("data", (chunk: Buffer) => chunks.push(chunk));
      data.content.on("end", () => {
        mail.leaves.push(leafFrom(data, Buffer.concat(chunks)));
        data.release?.();
      });
    });
    parser.end(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  });
}

function leafParser(): MailParser {
  const parser = new MailParser({
    ignoreEmbedded: true,
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    checksumAlgo: false,
    maxChildNodes: MAIL_LIMITS.parts,
  });
  // The list of types mailparser decodes itself; emptied, every leaf arrives as bytes. Not in its typings (3.14): a test
  // fails when a version stops honouring it.
  return Object.assign(parser, { textTypes: [] });
}

type Attachment = {
  contentType: string;
  partId: string | null;
  filename?: string;
  contentDisposition?: string;
  headers: ReadonlyMap<string, unknown>;
};

function leafFrom(attachment: Attachment, bytes: Buffer): MimeLeaf {
  const params = contentTypeParams(attachment.headers.get("content-type"));
  return {
    id: attachment.partId ?? "1",
    contentType: String(attachment.contentType || "text/plain").toLowerCase(),
    charset: params["charset"] ?? null,
    flowed: params["format"]?.toLowerCase() === "flowed",
    delSp: params["delsp"]?.toLowerCase() === "yes",
    filename: attachment.filename || null,
    disposition: attachment.contentDisposition ?? null,
    bytes,
  };
}

function contentTypeParams(header: unknown): Record<string, string> {
  const params = (header as { params?: Record<string, string> } | undefined)?.params;
  return params ?? {};
}
