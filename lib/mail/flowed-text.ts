/** Joins the soft line ends of `format=flowed` text (RFC 3676) and undoes space-stuffing; quote levels stay apart. */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: FlowedLine | null = null;
  for (const line of text.split("\n")) {
    const next = readLine(line, delSp);
    const joins: boolean = open?.soft === true && open.depth === next.depth && !next.signature;
    if (joins && open) {
      open = { ...next, text: open.text + next.text };
    } else {
      if (open) out.push(write(open));
      open = next;
    }
  }
  if (open) out.push(write(open));
  return out.join("\n");
}

type FlowedLine = { depth: number; text: string; soft: boolean; signature: boolean };

function readLine(line: string, delSp: boolean): FlowedLine {
  const marks = /^>{0,50}/.exec(line)?.[0] ?? "";
  const content = line.slice(marks.length).replace(/^ /, "");
  const signature = content === "-- ";
  const soft = content.endsWith(" ") && !signature;
  return {
    depth: marks.length,
    text: soft && delSp ? content.slice(0, -1) : content,
    soft,
    signature,
  };
}

function write({ depth, text }: FlowedLine): string {
  return depth > 0 ? `${">".repeat(depth)} ${text}` : text;
}
