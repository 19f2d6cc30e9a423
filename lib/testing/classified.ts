import type { Classification } from "../classify/classification.ts";
import { classify } from "../classify/classify.ts";
import type { Complaint } from "../complaints/complaint.ts";
import type { Message } from "../mail/message.ts";
import { aComplaint, aMessage } from "./a-complaint.ts";

export type Mail = {
  subject: string;
  body: string;
  from?: string;
  headers?: [name: string, value: string][];
  /** Content types of the parts, with file name or text. */
  parts?: { contentType: string; filename?: string; text?: string }[];
  complaint?: Partial<Complaint>;
};

/** What the rules make of a mail with these words; the accused address is known unless `complaint` says otherwise. */
export function classified(mail: Mail): Classification {
  return classify(
    aComplaint({ message: messageOf(mail), evidenceText: mail.body, ...mail.complaint }),
  );
}

function messageOf({ subject, body, from, headers = [], parts = [] }: Mail): Message {
  return aMessage({
    subject,
    body,
    from: { name: "", address: from ?? "someone@reporter.example" },
    headers: headers.map(([name, value]) => ({ name, value })),
    parts: parts.map(({ contentType, filename, text }, index) => ({
      id: String(index + 1),
      contentType,
      filename: filename ?? null,
      attachment: filename !== undefined,
      text: text ?? null,
      bytes: new TextEncoder().encode(text ?? ""),
    })),
  });
}
