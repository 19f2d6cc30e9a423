import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One hostile string: the set it is of, its number there, itself. */
export type Payload = { set: string; id: string; text: string };

/** Everything in the sets of HTML, of odd strings and of templates: one JSON object a line with `payload`; a picture is a file of its own. */
export function htmlPayloads(folder: string): Payload[] {
  const lists = readdirSync(folder)
    .filter((file) => /^(?:html|strings|ssti)-.*\.jsonl$/.test(file))
    .flatMap((file) => listed(path.join(folder, file)));
  const pictures = readdirSync(path.join(folder, "svg-patt")).map((file) => ({
    set: "svg-patt",
    id: file,
    text: readFileSync(path.join(folder, "svg-patt", file), "utf8"),
  }));
  return [...lists, ...pictures];
}

/** The payloads of one list. */
export function listed(file: string): Payload[] {
  const set = path.basename(file, ".jsonl");
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      const { id, payload } = JSON.parse(line) as { id?: string; payload: string };
      return { set, id: id ?? String(index), text: payload };
    });
}

/** `count` of them, every set in proportion, the start chosen by chance. */
export function sampled<T>(all: readonly T[], count: number, chance: () => number): T[] {
  if (count >= all.length) return [...all];
  const stride = all.length / count;
  const start = chance() * stride;
  return Array.from(
    { length: count },
    (_, index) => all[Math.floor(start + index * stride)],
  ).flatMap((one) => (one === undefined ? [] : [one]));
}

/**
 * The mail that carries a payload wherever a sender may write: subject, name, text, HTML and the name of a file. The HTML
 * begins with a line of ours, by which the frame is known to have been drawn.
 */
export function mailWith({ set, id, text }: Payload): string {
  const word = (value: string) =>
    `=?utf-8?B?${Buffer.from(value.slice(0, 400)).toString("base64")}?=`;
  const part = (type: string, body: string, head: string[] = []) =>
    [
      `Content-Type: ${type}`,
      "Content-Transfer-Encoding: base64",
      ...head,
      "",
      Buffer.from(body).toString("base64").replace(/.{76}/g, "$&\r\n"),
    ].join("\r\n");
  // A sender of its own, so that each is a case of its own.
  const sender = `${set}-${Buffer.from(id).toString("hex").slice(0, 40)}`;
  const name = encodeURIComponent(`${text.slice(0, 120)}.html`);
  return [
    `From: ${word(text)} <a@${sender}.example>`,
    "To: abuse@relay.example",
    `Subject: ${word(`${set} ${id} ${text}`)}`,
    "Date: Sun, 22 Nov 2026 10:00:00 +0000",
    `Message-ID: <1@${sender}.example>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="=_x"',
    "",
    `--=_x\r\nContent-Type: multipart/alternative; boundary="=_y"\r\n`,
    `--=_y\r\n${part("text/plain; charset=utf-8", `192.0.2.7 attacked us, ssh port 22.\n\n${text}\n`)}`,
    `--=_y\r\n${part("text/html; charset=utf-8", `<p>drawn</p>${text}`)}`,
    "--=_y--",
    `--=_x\r\n${part("text/html", text, [`Content-Disposition: attachment; filename*=utf-8''${name}`])}`,
    "--=_x--",
    "",
  ].join("\r\n");
}
