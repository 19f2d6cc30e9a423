// Loaded into a server that is being measured: each SQL statement becomes a line of the file STATEMENTS_FILE.
import { appendFileSync } from "node:fs";
import { watchStatements } from "../../lib/db/watch-statements.ts";

const file = process.env["STATEMENTS_FILE"];
if (file) watchStatements(({ sql }) => appendFileSync(file, `${sql.replaceAll("\n", " ")}\n`));
