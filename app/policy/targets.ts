import { z } from "zod";

const typed = (max: number) => z.string().max(max).catch("");

/** The fields of `TargetFields`, whatever was typed. */
export const targetFields = {
  ip: typed(300),
  port: typed(10),
  protocol: z.enum(["tcp", "udp", "icmp"]).catch("tcp"),
  targets: typed(3_000),
};

type Typed = { ip: string; port: string; protocol: string; targets: string };

/** All targets, one a line: first the one in the three fields, if they hold any. */
export function targetLines({ ip, port, protocol, targets }: Typed): string {
  const [host, number] = [ip.trim(), port.trim()];
  if (host === "" && number === "") return targets;
  const bare = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return `${bare || "*"}:${number || "*"} ${protocol}\n${targets}`;
}
