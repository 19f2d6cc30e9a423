/** One line of a reply: `250-version=0.4.9.11`, or with the lines that follow a `250+config-text=`. */
type ControlLine = { text: string; data: string[] };
/** A whole reply (control-spec 2.3). `status` is that of its last line: 250 is done. */
export type ControlReply = { status: number; lines: ControlLine[] };

/**
 * Puts the lines tor sends together into replies. Events (650) are never asked for, so that a reply is what comes next.
 * `push` gives the reply that a line ends, or null while it goes on.
 */
export function replyReader(): { push: (line: string) => ControlReply | null } {
  let lines: ControlLine[] = [];
  let open: ControlLine | null = null;
  return {
    push(line) {
      if (open !== null) {
        open = takeData(open, line);
        return null;
      }
      const { status, kind, read } = readLine(line);
      lines.push(read);
      if (kind === "+") open = read;
      if (kind !== " ") return null;
      const reply = { status, lines };
      lines = [];
      return reply;
    },
  };
}

/** A line of data belongs to `open` until one with a lone dot; a dot in front is doubled (control-spec 2.3). */
function takeData(open: ControlLine, line: string): ControlLine | null {
  if (line === ".") return null;
  open.data.push(line.startsWith("..") ? line.slice(1) : line);
  return open;
}

/** `250-text`, `250+text` or `250 text`; anything else ends the reply with status 0. */
function readLine(line: string): { status: number; kind: string; read: ControlLine } {
  const [, status = "0", kind = " ", text = ""] = /^([0-9]{3})([ +-])(.*)$/.exec(line) ?? [];
  return { status: Number(status), kind, read: { text, data: [] } };
}

/** The value of `keyword=` in the reply to a GETINFO, or null; several lines are joined. */
export function infoValue({ status, lines }: ControlReply, keyword: string): string | null {
  const line = lines.find(({ text }) => text.startsWith(`${keyword}=`));
  if (status !== 250 || line === undefined) return null;
  return line.data.length > 0 ? line.data.join("\n") : line.text.slice(keyword.length + 1);
}

/** The ways to sign in that tor offers, and where its cookie is (control-spec 3.21). */
export function authOffer({ lines }: ControlReply): {
  methods: string[];
  cookieFile: string | null;
} {
  const text = lines.map((line) => line.text).find((each) => each.startsWith("AUTH ")) ?? "";
  const methods = /\bMETHODS=([A-Z,]{1,100})/.exec(text)?.[1]?.split(",") ?? [];
  const quoted = /\bCOOKIEFILE="((?:[^"\\]|\\.){1,4000})"/.exec(text)?.[1];
  return { methods, cookieFile: quoted === undefined ? null : unquoted(quoted) };
}

/** A C string: `\"`, `\\` and bytes in octal (control-spec 2.1.1). */
function unquoted(text: string): string {
  const bytes = text.replace(/\\([0-7]{1,3}|.)/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : escaped,
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** A text as tor takes it between quotes. */
export function quotedString(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/[\r\n]/g, "")}"`;
}
