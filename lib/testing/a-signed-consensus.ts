import {
  constants,
  createHash,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
} from "node:crypto";

type Keys = { publicKey: KeyObject; privateKey: KeyObject };
/** An authority with its v3 identity key and the key it signs consensuses with. */
export type Authority = { name: string; identity: Keys; signing: Keys };

export type ListedRelay = {
  nickname: string;
  fingerprint: string;
  /** SHA-1 of its descriptor in hex. */
  descriptorDigest: string;
  ip: string;
  flags?: string;
  p?: string;
};

/** Authorities of a network of our own; small keys, which tor takes in such networks too. */
export function someAuthorities(count: number): Authority[] {
  const keys = (modulusLength: number) => generateKeyPairSync("rsa", { modulusLength });
  return Array.from({ length: count }, (_, index) => ({
    name: `auth${index}`,
    identity: keys(2048),
    signing: keys(1024),
  }));
}

/** `validAfter` as `2026-02-01 10:00:00`; signed by all authorities given, as tor writes it. */
export function aSignedConsensus(
  validAfter: string,
  relays: readonly ListedRelay[],
  authorities: readonly Authority[],
): string {
  const entries = relays.flatMap(({ nickname, fingerprint, descriptorDigest, ip, flags, p }) => [
    `r ${nickname} ${base64(fingerprint)} ${base64(descriptorDigest)} ${validAfter} ${ip} 9001 0`,
    `s ${flags ?? "Exit Fast Running Valid"}`,
    "v Tor 0.4.9.11",
    "w Bandwidth=1000",
    `p ${p ?? "accept 80,443"}`,
  ]);
  const body = [
    "network-status-version 3",
    "vote-status consensus",
    "consensus-method 33",
    `valid-after ${validAfter}`,
    `fresh-until ${later(validAfter, 1)}`,
    `valid-until ${later(validAfter, 3)}`,
    "known-flags Authority Exit Fast Running Valid",
    ...entries,
    "directory-footer",
    "bandwidth-weights Wbd=0",
    "directory-signature ",
  ].join("\n");
  const digest = createHash("sha1").update(body, "latin1").digest();
  const signatures = authorities.map(
    ({ identity, signing }) =>
      `directory-signature ${printOf(identity)} ${printOf(signing)}\n${signature(signing, digest)}\n`,
  );
  return `${body.slice(0, body.lastIndexOf("directory-signature "))}${signatures.join("")}`;
}

/** The authorities' key certificates, as `cached-certs` holds them. */
export function certificatesOf(
  authorities: readonly Authority[],
  expires = "2030-01-01 00:00:00",
): string {
  return authorities
    .map(({ identity, signing }) => {
      const body = [
        "dir-key-certificate-version 3",
        `fingerprint ${printOf(identity)}`,
        "dir-key-published 2025-01-01 00:00:00",
        `dir-key-expires ${expires}`,
        "dir-identity-key",
        pem("RSA PUBLIC KEY", der(identity)),
        "dir-signing-key",
        pem("RSA PUBLIC KEY", der(signing)),
        "dir-key-certification\n",
      ].join("\n");
      return `${body}${signature(identity, createHash("sha1").update(body).digest())}\n`;
    })
    .join("");
}

/** One line an authority, as `verify.sh --authorities` reads them. */
export function listOf(authorities: readonly Authority[]): string {
  return authorities.map(({ name, identity }) => `${name} ${printOf(identity)}\n`).join("");
}

function signature({ privateKey }: Keys, digest: Buffer): string {
  const key = { key: privateKey, padding: constants.RSA_PKCS1_PADDING };
  return pem("SIGNATURE", privateEncrypt(key, digest));
}

function later(time: string, hours: number): string {
  const at = Date.parse(`${time.replace(" ", "T")}Z`) + hours * 3_600_000;
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}

function base64(hex: string): string {
  return Buffer.from(hex, "hex").toString("base64").replace(/=+$/, "");
}

function printOf(keys: Keys): string {
  return createHash("sha1").update(der(keys)).digest("hex").toUpperCase();
}

function der({ publicKey }: Keys): Buffer {
  return publicKey.export({ format: "der", type: "pkcs1" });
}

function pem(kind: string, bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`].join("\n");
}
