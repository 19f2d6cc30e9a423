// The exitdesk command: one file a verb, loaded only when asked for.
import { terminalText } from "./terminal-text.ts";

// Whatever it writes, a database, a backup, an export, is for who called it.
process.umask(0o077);

type Command = { usage: string; run: () => Promise<(args: string[]) => Promise<number>> };

const COMMANDS: Record<string, Command> = {
  triage: {
    usage: "triage [--json] [--relays FILE] PATH...    what the desk would conclude about mails",
    run: async () => (await import("./triage.ts")).triageCommand,
  },
  policy: {
    usage:
      "policy check --policy FILE HOST:PORT...    would this exit policy allow it (or --batch FILE)",
    run: async () => (await import("./policy.ts")).policy,
  },
  "exits-reaching": {
    usage: "exits-reaching --network FILE|DIR HOST:PORT    the exits whose policy allows it",
    run: async () => (await import("./exits-reaching.ts")).exitsReachingCommand,
  },
  import: {
    usage: "import [--archive] PATH...                 take mbox, Maildir or .eml into the desk",
    run: async () => (await import("./import.ts")).importCommand,
  },
  relays: {
    usage:
      "relays import PATH... | --control ADDR      learn about your relays from files or a running tor",
    run: async () => (await import("./relays.ts")).relaysCommand,
  },
  user: {
    usage: "user add|list|password ...                 accounts, for rescue",
    run: async () => (await import("./user.ts")).userCommand,
  },
  token: {
    usage:
      "token list|add|revoke ...                  tokens for machines: mail in, reports, metrics",
    run: async () => (await import("./token.ts")).tokenCommand,
  },
  purge: {
    usage: "purge [--dry-run]                          what is older than an owner decided goes",
    run: async () => (await import("./purge.ts")).purgeCommand,
  },
  keys: {
    usage:
      "keys list|new|rotate                       the keys that mails and passwords are encrypted with",
    run: async () => (await import("./keys.ts")).keysCommand,
  },
  audit: {
    usage: "audit verify                               whether the audit log is as it was written",
    run: async () => (await import("./audit.ts")).auditCommand,
  },
  person: {
    usage: "person find|export|redact ADDRESS ...      what the desk knows about somebody",
    run: async () => (await import("./person.ts")).personCommand,
  },
  backup: {
    usage: "backup NEW_FOLDER [--with-keys]            a copy of the desk, while it runs",
    run: async () => (await import("./backup.ts")).backupCommand,
  },
  restore: {
    usage: "restore FOLDER                             a backup into an empty DATA_DIR",
    run: async () => (await import("./backup.ts")).restoreCommand,
  },
  move: {
    usage: "move DATABASE_URL                          the desk to PostgreSQL, or back into a file",
    run: async () => (await import("./move.ts")).moveCommand,
  },
  doctor: {
    usage: "doctor                                     checks this desk and says what to mend",
    run: async () => (await import("./doctor.ts")).doctorCommand,
  },
};

// `exitdesk triage ... | head` ends the pipe early: that is the reader's wish, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

const [name, ...args] = process.argv.slice(2);
const command = name ? COMMANDS[name] : undefined;
if (command) process.exitCode = await runCommand(command, args);
else {
  const wanted = name === undefined || name === "--help" || name === "help";
  process.stderr.write(`${wanted ? "" : `There is no command "${name}".\n`}${usage()}`);
  process.exitCode = wanted && name !== undefined ? 0 : 2;
}

async function runCommand(chosen: Command, rest: string[]): Promise<number> {
  try {
    return await (await chosen.run())(rest);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(terminalText(`exitdesk ${name}: ${message}\n`));
    return 1;
  }
}

function usage(): string {
  return `usage: exitdesk COMMAND\n${Object.values(COMMANDS)
    .map((entry) => `  ${entry.usage}\n`)
    .join("")}`;
}
