import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { OperatorProfile } from "../../lib/drafting/draft.ts";
import { readTemplates } from "../../lib/drafting/files.ts";
import { type FoundMail, readMails } from "../../lib/intake/files.ts";
import type { RelayHistory } from "../../lib/relays/history.ts";
import { readRelaysFile } from "../../lib/relays/read-relays-file.ts";
import { receivedAtOf } from "../../lib/triage/received-at.ts";
import type { TriageContext } from "../../lib/triage/triage.ts";
import { triageMail } from "../../lib/triage/triage-mail.ts";
import { terminalJson, terminalText } from "./terminal-text.ts";
import { triageRow } from "./triage-row.ts";
import { triageText } from "./triage-text.ts";

const USAGE = `usage: exitdesk triage [--json] [--relays FILE] PATH...
PATH is an .eml file, an mbox, a Maildir or a folder of them. Nothing is stored and nothing is sent.
`;
const TEMPLATES = path.join(import.meta.dirname, "../../templates");
/** No desk is set up here: the letters name nobody, claim nothing about logs and cite no law. */
const NOBODY: OperatorProfile = {
  name: "The relay operator",
  signature: "The relay operator",
  jurisdiction: "",
  noticeUrl: null,
  logStatement: null,
  counsel: null,
};

/**
 * `exitdesk triage ...`: prints what the desk would conclude about each mail. Exit status 0, 1 when a path or the relays
 * file could not be read (the other mails are still done), 2 for wrong usage.
 */
export async function triageCommand(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "string") return refuse(`${options}\n${USAGE}`, 2);
  const history = readHistory(options.relays);
  if (typeof history === "string") return refuse(`${history}\n`, 1);
  const { templates } = await readTemplates(TEMPLATES);
  const known = { history, templates, operator: NOBODY };
  let failed = 0;
  for (const target of options.paths) failed += await triagePath(target, known, options.json);
  return failed > 0 ? 1 : 0;
}

type Options = { json: boolean; relays: string | undefined; paths: string[] };

function readOptions(args: string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, relays: { type: "string" } },
    });
    if (positionals.length === 0) return "Which mails? No PATH was given.";
    return { json: values.json, relays: values.relays, paths: positionals };
  } catch (error) {
    return reasonOf(error);
  }
}

/** The relays as given, none without a file, or what is wrong with the file in one line. */
function readHistory(file: string | undefined): RelayHistory | string {
  if (file === undefined) return { relays: [] };
  try {
    const { history, problems } = readRelaysFile(
      readFileSync(file, "utf8"),
      statSync(file).mtimeMs,
    );
    return history ?? `${file}: ${problems[0]?.text ?? "is no relays file"}`;
  } catch (error) {
    return `${file}: ${reasonOf(error)}`;
  }
}

/** Triages every mail under one path, one in memory at a time. Returns how many could not be done. */
async function triagePath(
  target: string,
  known: Omit<TriageContext, "receivedAt">,
  json: boolean,
): Promise<number> {
  let failed = 0;
  const onSkip = (name: string, why: string) => {
    process.stderr.write(terminalText(`${name}: passed over, it ${why}\n`));
  };
  try {
    for await (const mail of readMails(target, { onSkip })) {
      if (mail.problem) failed += refuse(`${mail.name}: ${mail.problem}\n`, 1);
      failed += await triageOne(mail, target, known, json);
    }
  } catch (error) {
    failed += refuse(`${target}: ${reasonOf(error)}\n`, 1);
  }
  return failed;
}

/** A fault of ours in one mail must not hide the others. */
async function triageOne(
  mail: FoundMail,
  target: string,
  known: Omit<TriageContext, "receivedAt">,
  json: boolean,
): Promise<number> {
  try {
    const found = await triageMail(mail.raw, { ...known, receivedAt: arrivalOf(mail, target) });
    const row = () => `${terminalJson(triageRow(mail.name, found))}\n`;
    await print(json ? row() : triageText(mail.name, found));
    return 0;
  } catch (error) {
    return refuse(`${mail.name}: ${reasonOf(error)}\n`, 1);
  }
}

/** What the mail's headers say, else what the mailbox says, else when the file was last written. */
function arrivalOf(mail: FoundMail, target: string): number {
  return receivedAtOf(mail.raw) ?? mail.receivedAt?.getTime() ?? statSync(target).mtimeMs;
}

/** Waits for a slow reader, so that the output never piles up in memory. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function refuse(text: string, status: number): number {
  process.stderr.write(terminalText(text));
  return status;
}

const FILE_ERRORS: Record<string, string> = {
  ENOENT: "There is no such file or folder.",
  EACCES: "You may not read this file.",
  EISDIR: "This is a folder, not a file.",
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return FILE_ERRORS[code] ?? error.message;
}
