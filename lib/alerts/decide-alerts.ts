import type { Instant } from "../time/instant.ts";

export type AlertKind =
  | "intake-silent"
  | "worker-gone"
  | "deadline-near"
  | "sealed-arrived"
  | "quarantined"
  | "outbox-unknown";

/**
 * What the desk knows at one moment. `cause` is the row's own id: it tells two causes apart and is never sent to anybody.
 * `deadlines` holds open, unanswered cases that are not sealed; `sealedArrivals` is all an alert may know of one that is.
 */
export type AlertFacts = {
  mailboxes: readonly {
    cause: string;
    enabled: boolean;
    lookedAt: Instant | null;
    since: Instant;
  }[];
  /** When a worker last showed it lives; null: none ever did, and there is nothing that could have stopped. */
  workerBeatAt: Instant | null;
  deadlines: readonly { cause: string; at: Instant }[];
  sealedArrivals: readonly string[];
  quarantined: readonly string[];
  outboxUnknown: readonly string[];
};

export type AlertRules = {
  on: Readonly<Record<AlertKind, boolean>>;
  silentAfterMs: number;
  beforeDeadlineMs: number;
};

/** One cause; `key` is the same for as long as the cause lasts. */
export type AlertCause = { key: string; kind: AlertKind };

/** `raise`: causes nobody was told of yet. `rearm`: keys whose cause has ended, so that it alerts again should it return. */
export type AlertDecision = { raise: AlertCause[]; rearm: string[] };

/** A cause is told once: what is in `told` is not raised again before it has ended. Kinds switched off keep nothing told. */
export function decideAlerts(
  facts: AlertFacts,
  rules: AlertRules,
  told: ReadonlySet<string>,
  now: Instant,
): AlertDecision {
  const causes = causesNow(facts, rules, now).filter((cause) => rules.on[cause.kind]);
  const lasting = new Map(causes.map((cause) => [cause.key, cause]));
  return {
    raise: [...lasting.values()].filter((cause) => !told.has(cause.key)),
    rearm: [...told].filter((key) => !lasting.has(key)),
  };
}

function causesNow(facts: AlertFacts, rules: AlertRules, now: Instant): AlertCause[] {
  const silent = facts.mailboxes.filter(
    (box) => box.enabled && now - (box.lookedAt ?? box.since) >= rules.silentAfterMs,
  );
  const gone = facts.workerBeatAt !== null && now - facts.workerBeatAt >= rules.silentAfterMs;
  // One that has passed is still unanswered: a desk that slept through the hours before must not stay quiet after them.
  const near = facts.deadlines.filter((deadline) => deadline.at - now <= rules.beforeDeadlineMs);
  return [
    ...named(
      "intake-silent",
      silent.map((box) => box.cause),
    ),
    ...named("worker-gone", gone ? ["worker"] : []),
    // A deadline that was moved is a new cause.
    ...named(
      "deadline-near",
      near.map(({ cause, at }) => `${cause}@${at}`),
    ),
    ...named("sealed-arrived", facts.sealedArrivals),
    ...named("quarantined", facts.quarantined),
    ...named("outbox-unknown", facts.outboxUnknown),
  ];
}

function named(kind: AlertKind, causes: readonly string[]): AlertCause[] {
  return causes.map((cause) => ({ key: `${kind}:${cause}`, kind }));
}
