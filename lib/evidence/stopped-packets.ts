/** A line of a packet filter: netfilter logs the first packet of a connection, whatever became of it. */
const FILTER_LINE = /\bIN=\S{0,20} {1,4}(?:OUT=|SRC=|MAC=)/;
/** What a line says the receiving side did with the packet. */
const STOPPED_LINE =
  /\b(?:DROP(?:PED)?|DEN(?:Y|IED)|BLOCK(?:ED)?|REJECT(?:ED)?|REFUSED|FILTERED|DISCARD(?:ED)?|CLOSED)\b/i;
const SYN_LINE = /Flags \[S\]|\bSYN\b|\bTCP_SYN\b/;
/** How people say it. */
const STOPPED_PROSE =
  /\b(?:firewall(?:ed|s)?|packet filter|iptables|nftables|ufw|port (?:is|was) closed|closed ports?|(?:were|was|been|are|is) (?:dropped|denied|blocked|filtered|rejected|refused|discarded))\b/i;

const MAX_READ = 500_000;
const MAX_LINE = 2000;

/**
 * Whether the complaint says that its own side stopped or refused the packets it shows, so that no connection could come
 * about whoever sent them. Reading it too often only takes a proof away from us.
 */
export function saysPacketsWereStopped(evidenceText: string): boolean {
  const text = evidenceText.slice(0, MAX_READ);
  if (STOPPED_PROSE.test(text)) return true;
  return text
    .split("\n")
    .map((line) => line.slice(0, MAX_LINE))
    .some((line) => SYN_LINE.test(line) && (FILTER_LINE.test(line) || STOPPED_LINE.test(line)));
}
