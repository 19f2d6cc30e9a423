// Child of lib/complaints/mime-torture.test.ts: reads every mail of a folder in one process, from bytes to facts, and prints
// what that cost as JSON.
// usage: node --max-old-space-size=256 parse-folder.ts FOLDER
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readComplaint } from "../complaints/read-complaint.ts";
import { parseMessage } from "../mail/parse-message.ts";

const RECEIVED_AT = Date.parse("2026-02-04T12:00:00Z");
const folder = process.argv[2] ?? "";
const files = readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith(".tsv"))
  .map((entry) => path.join(entry.parentPath, entry.name));

const slowest = { file: "", ms: 0 };
const empty: string[] = [];
for (const file of files) {
  const bytes = readFileSync(file);
  const start = performance.now();
  const message = await parseMessage(bytes);
  readComplaint(message, RECEIVED_AT);
  const ms = performance.now() - start;
  if (ms > slowest.ms) Object.assign(slowest, { file: path.basename(file), ms });
  if (message.headers.length + message.parts.length + message.problems.length === 0)
    empty.push(path.basename(file));
}
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({ mails: files.length, slowest, empty, maxRssMb: Math.round(maxRSS / 1024) }),
);
