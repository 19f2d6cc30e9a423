/** `about`: one line that says why. Dates are `YYYY-MM-DD`; a block nobody takes out again is worth little after a while. */
export type FragmentWords = { about: string; made: string; until: string };

/** Lines for a file of their own that the torrc includes, as comments and `ExitPolicy` lines only. */
export function torrcFragment(
  lines: readonly string[],
  { about, made, until }: FragmentWords,
): string {
  const plain = about.replace(/[^\x20-\x7e]+/g, " ").slice(0, 200);
  return [
    `# ${plain}`,
    `# made by Exitdesk on ${made}; take it out again on ${until}`,
    ...lines,
    "",
  ].join("\n");
}

/** What to do with the fragment, in order. */
export const FRAGMENT_STEPS = [
  "Save the lines as /etc/tor/exitdesk-policy.torrc.",
  'Write "%include /etc/tor/exitdesk-policy.torrc" into the torrc, above its first ExitPolicy line: the first line that matches decides.',
  "Check it before tor reads it: tor --verify-config -f /etc/tor/torrc. On a reload, one line tor does not take ends the relay.",
  "Reload: systemctl reload tor. New connections are refused a second later; those that are open stay.",
] as const;
