import path from "node:path";
import { z } from "zod";
import { type InternalTarget, parseInternalTarget } from "../net/internal-target.ts";

const port = z.coerce.number().int().min(1).max(65_535);
const seconds = z.coerce.number().int().min(0).max(86_400);

const list = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ""));

const schema = z.object({
  /** Where the pages listen. Loopback unless the operator says otherwise: the desk holds police letters. */
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(3700),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, "must begin with file: or postgresql://")
    .optional(),
  /** Further names the desk is reached by, comma-separated: an onion address, a name on the local network. */
  ALLOWED_HOSTS: list,
  /** Addresses inside this machine or its network that the desk may ask all the same: `127.0.0.1:8080, 10.0.0.0/24`. */
  ALLOWED_INTERNAL: list.transform((parts, context) =>
    parts.flatMap((part) => internal(part, context)),
  ),
  /** How often each mailbox is compared with the server, whatever IDLE says. */
  RECONCILE_SECONDS: seconds.default(120),
  LOG_LEVEL: z.enum(["quiet", "info"]).default("info"),
});

export type Env = Omit<z.infer<typeof schema>, "DATABASE_URL"> & { DATABASE_URL: string };

/** The desk's settings from the environment, checked. Throws one clear line that names the variable and the remedy. */
export function readEnv(environment: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(settingError(parsed.error, given));
  const dataDir = path.resolve(parsed.data.DATA_DIR);
  return {
    ...parsed.data,
    DATA_DIR: dataDir,
    DATABASE_URL: parsed.data.DATABASE_URL ?? `file:${path.join(dataDir, "desk.db")}`,
  };
}

function settingError(error: z.ZodError, given: Record<string, string | undefined>): string {
  const [issue] = error.issues;
  const name = String(issue?.path[0] ?? "A setting");
  // A password in it is nobody's to read in a log.
  const value = (given[name] ?? "").replace(/:[^:@/]*@/, ":...@");
  return `${name}="${value}" cannot be used: ${issue?.message}. Set ${name} to another value or leave it out.`;
}

function internal(text: string, context: z.core.$RefinementCtx): InternalTarget[] {
  const target = parseInternalTarget(text);
  if (target !== null) return [target];
  context.addIssue(`"${text}" is no address (127.0.0.1:8080) and no network (10.0.0.0/24)`);
  return [];
}
