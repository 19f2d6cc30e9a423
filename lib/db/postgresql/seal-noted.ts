import type { ContentKeys } from "../../config/content-keys.ts";
import { isSealedSql, SEALED, type SealedTable } from "../sealed-columns.ts";
import { placeOf, wantedValue } from "../wanted-value.ts";
import type { Run } from "./sealed-writes.ts";

/**
 * Writes each noted row as its case wants it, inside the transaction that noted them, before its COMMIT: encrypted where the
 * case is sealed now, plain where the seal was lifted.
 */
export async function sealNoted(run: Run, keys: ContentKeys): Promise<void> {
  const { rows } = await ask(run, `DELETE FROM "SealDue" RETURNING "of", "row"`, []);
  for (const [table, id] of rows) {
    const spec = SEALED[String(table)];
    if (spec) await settle({ run, keys, table: String(table), spec }, String(id));
  }
}

type At = { run: Run; keys: ContentKeys; table: string; spec: SealedTable };

async function settle({ run, keys, table, spec }: At, id: string): Promise<void> {
  const names = Object.keys(spec.columns);
  const columns = names.map((name) =>
    spec.columns[name] === "json" ? `, r."${name}"::text` : `, r."${name}"`,
  );
  const { rows } = await ask(
    run,
    `SELECT coalesce(${spec.caseOf === "every" ? "true" : isSealedSql(table, "r")}, false)${columns.join("")} FROM "${table}" r WHERE r."${spec.id}" = $1`,
    [id],
  );
  for (const [on, ...values] of rows) {
    if (spec.gone && on === true) {
      await ask(run, `DELETE FROM "${table}" WHERE "${spec.id}" = $1`, [id]);
      return;
    }
    const changed = names.flatMap((name, at) => {
      const value = values[at] ?? null;
      const kind = spec.columns[name] ?? "text";
      const place = placeOf(table, name, id);
      const wanted = wantedValue({ kind, value, place, on: on === true }, keys);
      return wanted === value ? [] : [{ name, value, wanted }];
    });
    if (changed.length > 0) await write({ run, table, id: spec.id }, id, changed);
  }
}

type Changed = { name: string; value: unknown; wanted: unknown };

async function write(
  { run, table, id: column }: { run: Run; table: string; id: string },
  id: string,
  changed: readonly Changed[],
): Promise<void> {
  const wanted = changed.map((one) => one.wanted);
  const set = changed.map(({ name }, at) => `"${name}" = $${at + 1}`).join(", ");
  const own = `"${column}" = $${wanted.length + 1}`;
  if (table !== "ThreadKey") {
    await ask(run, `UPDATE "${table}" SET ${set} WHERE ${own}`, [...wanted, id]);
    return;
  }
  // A mail has several keys, and two of them can become the same hash; then one of them is enough.
  const [{ value } = { value: null }] = changed;
  const twin = `EXISTS (SELECT 1 FROM "ThreadKey" t WHERE t."complaintId" = $2 AND t."key" = $1)`;
  await ask(run, `UPDATE "ThreadKey" SET ${set} WHERE ${own} AND "key" = $3 AND NOT ${twin}`, [
    ...wanted,
    id,
    value,
  ]);
  await ask(run, `DELETE FROM "ThreadKey" WHERE "complaintId" = $1 AND "key" = $2`, [id, value]);
}

function ask(run: Run, sql: string, args: unknown[]) {
  const argTypes = args.map(() => ({ scalarType: "unknown", arity: "scalar" }) as const);
  return run.queryRaw({ sql, args, argTypes });
}
