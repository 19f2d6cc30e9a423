import type { Ip } from "../net/ip.ts";
import type { Instant, Interval } from "../time/instant.ts";

/** Where an interval was learnt: "torrc", "descriptor (signed)", "operator" ... shown beside every finding. */
export type Sourced = { source: string; learnedAt: number };
/** When the same was last seen, where that was after `from`; an older file learnt later cannot undo it. */
export type Confirmed = { confirmedAt?: Instant };
export type Tenure = Interval & Sourced & Confirmed & { ip: Ip };
/** `lines` in torrc form (ExitPolicy, ExitRelay, IPv6Exit ...) or descriptor form (accept/reject lines), as `form` says. */
export type PolicyInForce = Interval &
  Sourced &
  Confirmed & { lines: string[]; form: "torrc" | "descriptor" };
export type Uptime = Interval & Sourced;

export type Relay = {
  nickname: string;
  fingerprint: string;
  tenures: Tenure[];
  policies: PolicyInForce[];
  /** Empty: nothing is known about when it ran, which is not the same as "it was down". */
  uptime: Uptime[];
  /** Stretches in which nobody knows whether it ran, or all of the time. Elsewhere after a run that ended it was down. */
  unsure?: Uptime[];
};

/** All relays of the operator, past and present. */
export type RelayHistory = { relays: Relay[] };
