import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { ReadStream } from "node:tty";

const MAX_LENGTH = 1000;

/**
 * A password: asked for at the terminal without showing it, or the first line of standard input when that is a pipe.
 * Throws when the person gives up (Ctrl+C).
 */
export async function askPassword(prompt: string): Promise<string> {
  const input = process.stdin as ReadStream;
  if (!input.isTTY) return await firstLine(input);
  const typed = await hidden(input, prompt);
  const again = await hidden(input, "The same again: ");
  if (typed !== again) throw new Error("the two passwords are not the same; nothing was changed.");
  return typed;
}

async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  let text = "";
  for await (const chunk of input.setEncoding("utf8")) {
    text += chunk;
    if (text.includes("\n") || text.length > MAX_LENGTH) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? "";
}

/** readline edits the line as usual; what it would show goes nowhere. */
function hidden(input: ReadStream, prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    lines.on("SIGINT", () => lines.close());
    lines.on("close", () => {
      process.stderr.write("\n");
      reject(new Error("stopped; nothing was changed."));
    });
    lines.question("", (typed) => {
      resolve(typed.slice(0, MAX_LENGTH));
      lines.close();
    });
  });
}
