import { parseEndpoint } from "../net/endpoint.ts";

export type ControlTarget = { path: string } | { host: string; port: number };

/** A control port of another machine would carry the password in the clear, so only this machine's are asked. */
export function controlTarget(where: string): ControlTarget | { flaw: string } {
  const path = where.replace(/^unix:/, "");
  if (path.startsWith("/")) return { path };
  const text = /^[0-9]+$/.test(where)
    ? `127.0.0.1:${where}`
    : where.replace(/^localhost:/, "127.0.0.1:");
  const end = parseEndpoint(text);
  if (end?.port == null) {
    return {
      flaw: `"${where.slice(0, 80)}" is no control port; write 127.0.0.1:9051 or /run/tor/control.`,
    };
  }
  if (!end.ip.startsWith("127.") && end.ip !== "::1") {
    return {
      flaw: `${where} is another machine. Ask tor where it runs, or forward its control socket by ssh.`,
    };
  }
  return { host: end.ip, port: end.port };
}

/** What is wrong with such a place, or null. */
export function controlPlaceFlaw(where: string): string | null {
  const target = controlTarget(where);
  return "flaw" in target ? target.flaw : null;
}
