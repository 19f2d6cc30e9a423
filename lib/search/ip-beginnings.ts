import type { Network } from "../net/cidr.ts";

/**
 * For one address its word, whole; for a network the beginnings its addresses' words have, up to eight of them. `word`: of
 * the network's first address.
 */
export function ipBeginnings(network: Network, word: string): { words: string[]; whole: boolean } {
  const full = network.family === 4 ? 32 : 128;
  if (network.prefix === full) return { words: [word], whole: true };
  const lead = `ip${network.family}`.length;
  const digits = Math.floor(network.prefix / 4);
  const fixed = word.slice(0, lead + digits);
  const loose = network.prefix % 4;
  if (loose === 0) return { words: [fixed], whole: false };
  const first = Number.parseInt(word.charAt(lead + digits), 16);
  const words = Array.from(
    { length: 2 ** (4 - loose) },
    (_, more) => `${fixed}${(first + more).toString(16)}`,
  );
  return { words, whole: false };
}
