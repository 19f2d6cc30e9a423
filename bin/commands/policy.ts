import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { checkLine } from "../../lib/exit-policy/check-batch.ts";
import { decide } from "../../lib/exit-policy/decide.ts";
import { parsePolicyText } from "../../lib/exit-policy/parse-policy-text.ts";
import { parseTarget } from "../../lib/exit-policy/parse-target.ts";
import type { Policy } from "../../lib/exit-policy/policy.ts";
import { parseIp } from "../../lib/net/ip.ts";

const USAGE = `usage: exitdesk policy check --policy FILE [--relay-ip IP]... HOST:PORT...
       exitdesk policy check --batch FILE
FILE holds torrc lines or the lines of a server descriptor; with --batch, one JSON question a line ("-" reads stdin).
`;

/** `exitdesk policy ...`: exit status 0 when answered, 1 when something was refused or failed, 2 for wrong usage. */
export async function policy(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "string") {
    process.stderr.write(`${options === "" ? "" : `${options}\n`}${USAGE}`);
    return 2;
  }
  try {
    if (options.batch !== undefined) return await answerBatch(options.batch);
    return checkTargets(options.policy ?? "", options.relayIps, options.targets);
  } catch (error) {
    const file = options.batch ?? options.policy ?? "";
    process.stderr.write(`${file}: ${reason(error)}\n`);
    return 1;
  }
}

type Options = { policy?: string; batch?: string; relayIps: string[]; targets: string[] };

/** The options, or what is wrong with them ("" when the usage says it all). */
function readOptions(args: string[]): Options | string {
  try {
    return chooseMode(parse(args));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function chooseMode({ values, positionals }: ReturnType<typeof parse>): Options | string {
  const [verb, ...targets] = positionals;
  if (verb !== "check") return verb === undefined ? "" : `there is no "policy ${verb}"`;
  const { policy: file, batch, "relay-ip": relayIps = [] } = values;
  const wrongIp = relayIps.find((ip) => parseIp(ip) === null);
  if (wrongIp !== undefined) return `--relay-ip "${wrongIp}" is no IP address`;
  if (batch !== undefined) {
    const alone = file === undefined && targets.length === 0;
    return alone ? { batch, relayIps, targets } : "--batch takes no --policy and no HOST:PORT";
  }
  if (file === undefined) return "--policy FILE is missing";
  return targets.length === 0 ? "HOST:PORT is missing" : { policy: file, relayIps, targets };
}

function parse(args: string[]) {
  const options = {
    policy: { type: "string" },
    batch: { type: "string" },
    "relay-ip": { type: "string", multiple: true },
  } as const;
  return parseArgs({ args, allowPositionals: true, options });
}

function checkTargets(file: string, relayIps: string[], targets: string[]): number {
  const lines = readFileSync(file === "-" ? 0 : file, "latin1").split(/\r?\n/);
  const own = relayIps.flatMap((ip) => parseIp(ip) ?? []);
  const { policy: read, problems } = parsePolicyText(lines, own);
  for (const { text, effect } of problems) {
    if (read === null && effect !== "refused") continue;
    process.stderr.write(`${file}: ${text}\n`);
  }
  if (read === null) return 1;
  // No short circuit: every target is answered, also after a bad one.
  return targets.map((text) => printDecision(read, text)).every((done) => done) ? 0 : 1;
}

/** False when the target could not be read. */
function printDecision(read: Policy, text: string): boolean {
  const parsed = parseTarget(text);
  if ("flaw" in parsed) {
    process.stderr.write(`${text}: ${parsed.flaw}\n`);
    return false;
  }
  const { result, rule, origin, why } = decide(read, parsed.target);
  const by = rule === null ? "no rule matches" : `by "${rule}"`;
  const notes = [origin, why].filter((note) => note !== null);
  process.stdout.write(
    `${result}  ${text}  ${by}${notes.length > 0 ? `  (${notes.join("; ")})` : ""}\n`,
  );
  return true;
}

async function answerBatch(file: string): Promise<number> {
  const input = file === "-" ? process.stdin : createReadStream(file);
  let status = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const checked = checkLine(line, ++number);
    if (checked === null) continue;
    if (checked.flaw !== null) {
      process.stderr.write(`${file}: ${checked.flaw}\n`);
      status = 1;
    }
    if (!process.stdout.write(`${JSON.stringify(checked.answer)}\n`)) {
      await new Promise((resolve) => process.stdout.once("drain", resolve));
    }
  }
  return status;
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "there is no such file; check the path";
  if (code === "EISDIR") return "is a folder; give a file";
  if (code === "EACCES") return "may not be read; check its permissions";
  return error instanceof Error ? error.message : String(error);
}
