import type { Instant } from "../time/instant.ts";
import { type MailboxMetrics, type Metrics, MONITORED_STATES } from "./metrics.ts";

type Sample = { label?: readonly [name: string, value: string]; value: number };
/** All of them gauges: each is what is so now, and nothing is counted up. */
type Gauge = { name: string; help: string; samples: readonly Sample[] };

export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/**
 * The numbers as Prometheus reads them (https://prometheus.io/docs/instrumenting/exposition_formats/). No label holds a word
 * of anybody's: numbers of mailboxes and words of this file, so nothing needs escaping.
 */
export function writeMetrics(metrics: Metrics, now: Instant): string {
  return gauges(metrics, now)
    .filter(({ samples }) => samples.length > 0)
    .map(written)
    .join("");
}

function written({ name, help, samples }: Gauge): string {
  const lines = samples.map(
    ({ label, value }) => `${name}${label ? `{${label[0]}="${label[1]}"}` : ""} ${value}\n`,
  );
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join("")}`;
}

function gauges(metrics: Metrics, now: Instant): Gauge[] {
  const { waiting, waitingSince, quarantined, outbox, beatAt } = metrics;
  return [
    ofMailboxes(metrics, {
      name: "exitdesk_mailbox_lag_seconds",
      help: "Since the last look at the mailbox that went well.",
      value: ({ lookedAt }) => secondsSince(lookedAt, now),
    }),
    ofMailboxes(metrics, {
      name: "exitdesk_mailbox_failing",
      help: "1 while the mailbox cannot be read.",
      value: ({ isFailing }) => Number(isFailing),
    }),
    ofMailboxes(metrics, {
      name: "exitdesk_mailbox_ledger_difference",
      help: "Messages the server listed at the last look that the desk does not have.",
      value: ({ ledgerDifference }) => ledgerDifference,
    }),
    one("exitdesk_mails_waiting", "Mails stored and not yet read.", waiting),
    one(
      "exitdesk_mails_waiting_seconds",
      "How long the oldest of them has waited.",
      waitingSince === null ? 0 : secondsSince(waitingSince, now),
    ),
    one("exitdesk_mails_quarantined", "Mails that could not be taken or read.", quarantined),
    {
      name: "exitdesk_outbox_letters",
      help: "Letters on their way or in need of a person, of cases that are not sealed.",
      samples: MONITORED_STATES.map((state) => ({
        label: ["state", state] as const,
        value: outbox[state],
      })),
    },
    troubles(metrics),
    {
      name: "exitdesk_worker_beat_age_seconds",
      help: "Since the worker last said that it works.",
      samples: beatAt === null ? [] : [{ value: secondsSince(beatAt, now) }],
    },
  ];
}

/** What a person has to look at, by kind: one line to alert on, the rest to see where. */
function troubles({ mailboxes, quarantined, outbox, failingSources }: Metrics): Gauge {
  const kinds = {
    mailbox: mailboxes.filter(({ isFailing }) => isFailing).length,
    ledger: mailboxes.filter(({ ledgerDifference }) => (ledgerDifference ?? 0) > 0).length,
    quarantine: quarantined,
    letter: outbox.failed + outbox.unknown,
    relay_source: failingSources,
  };
  return {
    name: "exitdesk_troubles",
    help: "What needs a person, by kind.",
    samples: Object.entries(kinds).map(([kind, value]) => ({ label: ["kind", kind], value })),
  };
}

type OfMailbox = { name: string; help: string; value: (mailbox: MailboxMetrics) => number | null };

function ofMailboxes({ mailboxes }: Metrics, { name, help, value }: OfMailbox): Gauge {
  const samples = mailboxes.flatMap((mailbox): Sample[] => {
    const known = value(mailbox);
    return known === null ? [] : [{ label: ["mailbox", String(mailbox.number)], value: known }];
  });
  return { name, help, samples };
}

function one(name: string, help: string, value: number): Gauge {
  return { name, help, samples: [{ value }] };
}

/** Whole ones; 0 for what a clock that was set back puts into the future. */
function secondsSince(at: Instant, now: Instant): number {
  return Math.max(0, Math.floor((now - at) / 1000));
}
