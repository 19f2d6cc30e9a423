// The pages of a built desk, until SIGTERM: Next behind the front door. Where it listens is said by HOST and PORT.
import { createServer } from "node:http";
import next from "next";
import { frontDoor } from "../app/front-door.ts";
import { readEnv } from "../lib/config/env.ts";
import { errorKind } from "../lib/worker/error-kind.ts";

const { HOST, PORT, ALLOWED_HOSTS, DATABASE_URL } = readEnv();
const pages = next({ dev: false, dir: process.cwd(), hostname: HOST, port: PORT });
await pages.prepare();
const draw = pages.getRequestHandler();

/** Nothing of the database is loaded here for a form of usual size. */
let sessions: Promise<(tokens: readonly string[]) => Promise<boolean>> | undefined;
async function isLive(tokens: readonly string[]): Promise<boolean> {
  sessions ??= import("./live-sessions.ts").then(({ liveSessions }) => liveSessions(DATABASE_URL));
  return (await sessions)(tokens);
}

const rules = { host: HOST, allowedHosts: ALLOWED_HOSTS };
const server = createServer(
  frontDoor(rules, isLive, (request, response) => {
    draw(request, response).catch((error: unknown) => {
      told(error);
      response.destroy();
    });
  }),
);
// One request that fails in a way nobody foresaw must not end the others.
process.on("uncaughtException", told).on("unhandledRejection", told);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void stop());
// Its parent serves nobody without it, and it nobody without its parent.
process.on("disconnect", () => void stop());
server.once("error", (error) => {
  told(error);
  process.exit(1);
});
server.listen(PORT, HOST);

/** Who was let in gets an answer; the parent does not wait for ever. */
async function stop(): Promise<void> {
  server.close(() => void pages.close().finally(() => process.exit(0)));
  server.closeIdleConnections();
}

function told(error: unknown): void {
  process.stderr.write(`the pages: ${errorKind(error)}\n`);
}
