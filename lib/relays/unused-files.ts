/** Files of tor and its neighbours that are known for what they are and of which nothing is learnt, with what they are. */
export const UNUSED_FILES: { is: RegExp; what: string }[] = [
  { is: /^vote-status vote\r?$/m, what: "one authority's vote; the consensus is what counts" },
  { is: /^@type bridge-/m, what: "a bridge's document with its address taken out" },
  {
    is: /^extra-info [A-Za-z0-9]/m,
    what: "extra-info documents: statistics, no address and no policy",
  },
  {
    is: /^consensus-digest [0-9A-F]{40}\r?$/im,
    what: "signatures of a consensus without the consensus",
  },
  {
    is: /^(?:[a-z0-9-]{1,30}-stats-end|(?:ipv6-)?conn-bi-direct) [0-9]{4}-/m,
    what: "a relay's statistics",
  },
  { is: /^format [0-9]+\r?\nstored-at /m, what: "an authority's notes on who was stable" },
  {
    is: /^(?:\/\* type=fallback \*\/|header[.]type fallback\r?$)/m,
    what: "tor's list of fallback directories",
  },
  { is: /^== ed25519v1-(?:public|cert)/, what: "a relay's public key" },
  { is: /"index_created"/, what: "CollecTor's table of contents" },
  { is: /^[A-Za-z0-9]{1,19} [A-Za-z0-9+/]{43}\s*$/, what: "a relay's ed25519 identity" },
  {
    is: /^\{[\s\S]{0,600}"(?:read_history|write_history|bandwidth)"/,
    what: "an Onionoo document of bandwidths",
  },
];

/** First bytes of files that cannot be read as they are, and the remedy. */
export const OPAQUE_FILES: { magic: number[]; code: string; why: (name: string) => string }[] = [
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], code: "xz", why: packed("xz", "xz -d") },
  { magic: [0x1f, 0x8b], code: "gzip", why: packed("gzip", "gzip -d") },
  { magic: [0x42, 0x5a, 0x68], code: "bzip2", why: packed("bzip2", "bzip2 -d") },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], code: "zstd", why: packed("zstd", "zstd -d") },
  { magic: [0x50, 0x4b, 0x03, 0x04], code: "zip", why: packed("zip", "unzip") },
  ...[
    [0xd4, 0xc3, 0xb2, 0xa1],
    [0xa1, 0xb2, 0xc3, 0xd4],
    [0x0a, 0x0d, 0x0d, 0x0a],
  ].map((magic) => ({
    magic,
    code: "packet-capture",
    why: () =>
      "This is a packet capture. It is not read, and an exit must not keep one: delete it.",
  })),
];

function packed(how: string, command: string): (name: string) => string {
  return (name) => `This file is packed with ${how}: run "${command} ${name}" and give the result.`;
}

/** A relay's secret keys have no place here. */
export const SECRET = /^== ed25519v1-secret|-----BEGIN (?:RSA |EC |)PRIVATE KEY-----/;
