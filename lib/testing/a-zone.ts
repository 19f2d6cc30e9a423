import type { ResolveDns } from "../mail/verify-spf.ts";

/** Records by name and type, as node:dns answers them. "TIMEOUT": that question gets no answer. */
export type Zone = Record<string, Record<string, unknown[] | "TIMEOUT">>;

/** A resolver that knows this zone and nothing else, with node's own error codes. `asked` holds each question. */
export function aZone(zone: Zone): { resolve: ResolveDns; asked: string[] } {
  const asked: string[] = [];
  const known = new Map(
    Object.entries(zone).map(([name, records]) => [name.toLowerCase(), records]),
  );
  const resolve = async (name: string, type: string) => {
    asked.push(`${type} ${name}`);
    const records = known.get(name.toLowerCase().replace(/\.$/, ""));
    const found = records?.[type];
    if (found === "TIMEOUT") throw fault("ETIMEOUT");
    if (!found) throw fault(records ? "ENODATA" : "ENOTFOUND");
    return structuredClone(found);
  };
  return { resolve: resolve as ResolveDns, asked };
}

function fault(code: string): Error {
  return Object.assign(new Error(code), { code });
}
