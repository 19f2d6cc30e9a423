import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import type { ControlFacts } from "./control-facts.ts";
import { type ControlTarget, controlTarget } from "./control-place.ts";
import {
  authOffer,
  type ControlReply,
  infoValue,
  quotedString,
  replyReader,
} from "./control-reply.ts";

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 20_000_000;

/**
 * Asks a running tor on this machine what it is and does: over a unix socket (a path) or a loopback port. Signs in by
 * cookie or password, changes nothing, and leaves. `flaw` is one sentence with the remedy.
 */
export async function askControl(
  where: string,
  password: string | null,
): Promise<ControlFacts | { flaw: string }> {
  return await onControl(where, password, readFacts);
}

/** Signs in to a running tor on this machine, does `work`, and leaves. A thrown error becomes one sentence, `flaw`. */
export async function onControl<T>(
  where: string,
  password: string | null,
  work: (line: Pick<Line, "ask">) => Promise<T>,
): Promise<T | { flaw: string }> {
  const target = controlTarget(where);
  if ("flaw" in target) return target;
  try {
    const line = await openLine(target);
    try {
      await signIn(line, password);
      return await work(line);
    } finally {
      line.close();
    }
  } catch (error) {
    return { flaw: `${where}: ${reason(error)}` };
  }
}

type Line = { ask: (command: string) => Promise<ControlReply>; close: () => void };

async function openLine(target: ControlTarget): Promise<Line> {
  const socket = connect(target);
  socket.setTimeout(TIMEOUT_MS, () =>
    socket.destroy(new Error("tor did not answer within 10 seconds")),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  return { ask: asker(socket), close: () => socket.destroy() };
}

/** Sends one command at a time and waits for its reply. */
function asker(socket: Socket): Line["ask"] {
  const reader = replyReader();
  let rest = "";
  let read = 0;
  let settle: ((reply: ControlReply | Error) => void) | null = null;
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    read += chunk.length;
    if (read > MAX_BYTES) socket.destroy(new Error("tor sent more than 20 MB"));
    const lines = `${rest}${chunk}`.split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const reply = reader.push(line);
      if (reply !== null) settle?.(reply);
    }
  });
  const end = (error?: Error) => settle?.(error ?? new Error("tor closed the connection"));
  socket.on("error", end);
  socket.on("close", () => end());
  return async (command) =>
    await new Promise((resolve, reject) => {
      settle = (answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
      if (socket.destroyed) settle(new Error("tor closed the connection"));
      else socket.write(`${command}\r\n`);
    });
}

/** control-spec 3.5 and 3.24. A password is used when one is given; else the cookie, which SAFECOOKIE never shows. */
async function signIn(line: Line, password: string | null): Promise<void> {
  const offer = await line.ask("PROTOCOLINFO 1");
  if (offer.status !== 250) throw new Error("what answers there is not tor");
  const { methods, cookieFile } = authOffer(offer);
  const has = (method: string) => methods.includes(method);
  if (has("NULL")) return await authenticate(line, "");
  if (password !== null && has("HASHEDPASSWORD")) {
    return await authenticate(line, ` ${quotedString(password)}`);
  }
  if (cookieFile === null) {
    throw new Error(
      "tor wants a password: give --password-file, or set CookieAuthentication 1 in the torrc",
    );
  }
  const cookie = await readCookie(cookieFile);
  const proof = has("SAFECOOKIE") ? await safeCookie(line, cookie) : cookie;
  await authenticate(line, ` ${proof.toString("hex")}`);
}

async function authenticate(line: Line, proof: string): Promise<void> {
  const { status } = await line.ask(`AUTHENTICATE${proof}`);
  if (status !== 250)
    throw new Error("tor refused the password or cookie: check it, and that it is this tor's");
}

/** 32 bytes, or it is not a cookie and must not be sent anywhere. */
async function readCookie(file: string): Promise<Buffer> {
  const cookie = await readFile(file).catch(() => null);
  if (cookie === null) {
    throw new Error(
      `tor's cookie ${file} may not be read: run this as a member of its group (Debian: debian-tor)`,
    );
  }
  if (cookie.length !== 32) throw new Error(`${file} is no cookie of tor's: it has not 32 bytes`);
  return cookie;
}

const SERVER_KEY = "Tor safe cookie authentication server-to-controller hash";
const CLIENT_KEY = "Tor safe cookie authentication controller-to-server hash";

/** tor proves first that it knows the cookie; only then it is told that we do. */
async function safeCookie(line: Line, cookie: Buffer): Promise<Buffer> {
  const ours = randomBytes(32);
  const { lines } = await line.ask(`AUTHCHALLENGE SAFECOOKIE ${ours.toString("hex")}`);
  const [, hash = "", theirs = ""] =
    /^AUTHCHALLENGE SERVERHASH=([0-9A-F]{64}) SERVERNONCE=([0-9A-F]{64})$/.exec(
      lines[0]?.text ?? "",
    ) ?? [];
  const message = Buffer.concat([cookie, ours, Buffer.from(theirs, "hex")]);
  const expected = createHmac("sha256", SERVER_KEY).update(message).digest();
  const given = Buffer.from(hash, "hex");
  if (given.length !== 32 || !timingSafeEqual(expected, given)) {
    throw new Error("what answers there does not know tor's cookie, so it was told nothing");
  }
  return createHmac("sha256", CLIENT_KEY).update(message).digest();
}

async function readFacts(line: Pick<Line, "ask">): Promise<ControlFacts> {
  const info = async (key: string) => infoValue(await line.ask(`GETINFO ${key}`), key);
  // tor builds its descriptor now and then; this question makes it do so at once (router.c, router_get_my_extrainfo).
  await line.ask(`GETINFO extra-info/digest/${"0".repeat(40)}`);
  const uptime = Number((await info("uptime")) ?? Number.NaN);
  return {
    fingerprint: await info("fingerprint"),
    address: await info("address"),
    uptimeSeconds: Number.isSafeInteger(uptime) && uptime >= 0 ? uptime : null,
    fullPolicy: (await info("exit-policy/full"))?.split("\n") ?? [],
    configText: (await info("config-text")) ?? "",
    descriptor: await info("dir/server/authority"),
  };
}

function reason(error: unknown): string {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code === "ENOENT")
    return "there is no such socket; set ControlPort or ControlSocket in the torrc.";
  if (code === "ECONNREFUSED") return "nothing listens there; set ControlPort in the torrc.";
  if (code === "EACCES") return "may not be opened; run this as a member of tor's group.";
  return `${message ?? String(error)}.`;
}
