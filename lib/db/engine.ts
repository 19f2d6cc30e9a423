import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/** One instance a process: the glue keeps views of its memory, which a second instance would not have. */
let started: Promise<void> | undefined;

/**
 * Prisma's schema engine as WebAssembly: the same engine `prisma migrate` downloads as a binary, but installed by npm.
 * Node does not import `.wasm` modules by itself, so it is instantiated by hand.
 */
export async function schemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<bindings.SchemaEngine> {
  started ??= instantiate();
  await started;
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, bound as never);
}

async function instantiate(): Promise<void> {
  const entry = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const wasm = await WebAssembly.instantiate(readFileSync(entry.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": bindings,
  } as unknown as WebAssembly.Imports);
  const glue = bindings as unknown as { __wbg_set_wasm(exports: object): void };
  glue.__wbg_set_wasm(wasm.instance.exports);
  (wasm.instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
}
