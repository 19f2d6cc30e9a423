/** A torrc of an exit that allows port 22, and a provider's ticket about SSH log-ins through it. */
export const TORRC = `Nickname marigold
ORPort 192.0.2.10:9001
ExitRelay 1
ExitPolicy accept *:22
ExitPolicy reject *:*
`;

export function sshComplaint(ticket: string, target: string): string {
  return [
    "From: Hetzner Abuse <abuse@hetzner.example>",
    "To: abuse@relays.example",
    `Subject: [AbuseID:${ticket}:1B]: Abuse report about 192.0.2.10`,
    "Date: Thu, 10 Sep 2026 12:00:00 +0000",
    `Message-ID: <${ticket.toLowerCase()}@hetzner.example>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Dear customer,",
    "",
    "a complaint about your server reached us. Please send us a statement within 24 hours.",
    "",
    `The log of the attacked host ${target}, all times in UTC:`,
    "2026-09-10T08:15:02Z gate sshd[377]: Failed password for root from 192.0.2.10 port 41006 ssh2",
    "2026-09-10T08:15:09Z gate sshd[377]: Failed password for root from 192.0.2.10 port 41006 ssh2",
    "",
  ].join("\r\n");
}
