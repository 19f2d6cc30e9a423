import { htmlToText } from "./html-text.ts";
import type { Message, Part } from "./message.ts";
import { withoutPgpArmour } from "./pgp-text.ts";

/**
 * What a person reads first: the unnamed text/plain parts in order (Apple Mail and mailing lists split one text round
 * attachments), else the first HTML as text. Parts for machines (YAML, JSON, XML without a name) are left out once there
 * is prose.
 */
export function bodyFrom(parts: Part[]): Pick<Message, "body" | "bodyParts" | "html"> {
  const shown = parts.filter((part) => !part.attachment && part.text !== null);
  const html = shown.find((part) => part.contentType === "text/html") ?? null;
  const plain = shown.filter((part) => part.contentType === "text/plain" && part.text?.trim());
  const prose = plain.filter((part, index) => index === 0 || !isForMachines(part.text ?? ""));
  if (prose.length > 0 || html === null) {
    return {
      body: withoutPgpArmour(prose.map((part) => part.text).join("\n\n")),
      bodyParts: prose.map((part) => part.id),
      html: html?.text ?? null,
    };
  }
  return { body: htmlToText(html.text ?? ""), bodyParts: [html.id], html: html.text };
}

function isForMachines(text: string): boolean {
  const lines = text
    .slice(0, 4000)
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (/^\s*(?:---|[{[<])/.test(lines[0] ?? "")) return true;
  const fields = lines.filter((line) => /^[A-Z][\w-]{1,40}:(?:\s|$)/.test(line));
  return fields.length >= 3 && fields.length * 10 >= lines.length * 8;
}
