// Makes the migrated desk that every test on the PostgreSQL server at argv[2] copies.
import { migrate } from "../db/migrate.ts";
import { onServer, TEMPLATE } from "./postgresql-server.ts";

const server = process.argv[2] ?? "";
await onServer(server, `DROP DATABASE IF EXISTS "${TEMPLATE}"`);
await onServer(server, `CREATE DATABASE "${TEMPLATE}"`);
const url = new URL(server);
url.pathname = `/${TEMPLATE}`;
await migrate(url.href, process.cwd());
