import type { Ip } from "../net/ip.ts";
import type { Interval } from "../time/instant.ts";

/** Where an interval was learnt: "torrc", "descriptor (signed)", "operator" ... shown beside every finding. */
export type Sourced = { source: string; learnedAt: number };
export type Tenure = Interval & Sourced & { ip: Ip };
/** `lines` in torrc form (ExitPolicy, ExitRelay, IPv6Exit ...) or descriptor form (accept/reject lines), as `form` says. */
export type PolicyInForce = Interval & Sourced & { lines: string[]; form: "torrc" | "descriptor" };
export type Uptime = Interval & Sourced;

export type Relay = {
  nickname: string;
  fingerprint: string;
  tenures: Tenure[];
  policies: PolicyInForce[];
  /** Empty: nothing is known about when it ran, which is not the same as "it was down". */
  uptime: Uptime[];
};

/** All relays of the operator, past and present. */
export type RelayHistory = { relays: Relay[] };
