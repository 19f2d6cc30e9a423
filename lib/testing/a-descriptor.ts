import {
  constants,
  createHash,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  sign,
} from "node:crypto";

type DescriptorWords = {
  nickname?: string;
  address?: string;
  orAddress?: string;
  published?: string;
  uptime?: number;
  contact?: string;
  policy?: string[];
  /** When the certificate of the signing key ends; 30 days after publication unless given. */
  certifiedUntil?: string;
};

/** The keys of one relay; the same keys give the same fingerprint. */
export type RelayKeys = { rsa: KeyPair; master: KeyPair; signing: KeyPair };
type KeyPair = { publicKey: KeyObject; privateKey: KeyObject };

export function relayKeys(): RelayKeys {
  return {
    rsa: generateKeyPairSync("rsa", { modulusLength: 1024 }),
    master: generateKeyPairSync("ed25519"),
    signing: generateKeyPairSync("ed25519"),
  };
}

/** A server descriptor with valid RSA and ed25519 signatures, as tor 0.4.9 writes it. */
export function aDescriptor(words: DescriptorWords = {}, keys: RelayKeys = relayKeys()): string {
  const published = words.published ?? "2026-02-01 00:00:00";
  const until = words.certifiedUntil ?? published;
  const expires = toHours(until) + (words.certifiedUntil === undefined ? 24 * 30 : 0);
  const head = [
    `router ${words.nickname ?? "relay7"} ${words.address ?? "192.0.2.7"} 9001 0 0`,
    "identity-ed25519",
    pem("ED25519 CERT", certificate(keys, expires)),
    `master-key-ed25519 ${rawKey(keys.master).toString("base64").replace(/=+$/, "")}`,
    ...(words.orAddress === undefined ? [] : [`or-address ${words.orAddress}`]),
    "platform Tor 0.4.9.11 on Linux",
    `published ${published}`,
    `fingerprint ${fingerprintOf(keys).replace(/(.{4})(?=.)/g, "$1 ")}`,
    `uptime ${words.uptime ?? 3600}`,
    "bandwidth 1073741824 1073741824 110132",
    "signing-key",
    pem("RSA PUBLIC KEY", rsaDer(keys)),
    `contact ${words.contact ?? "abuse@operator.example"}`,
    ...(words.policy ?? ["reject *:25", "accept *:*"]),
    "router-sig-ed25519 ",
  ].join("\n");
  const prefixed = createHash("sha256").update("Tor router descriptor signature v1").update(head);
  const edSignature = sign(null, prefixed.digest(), keys.signing.privateKey);
  const body = `${head}${edSignature.toString("base64").replace(/=+$/, "")}\nrouter-signature\n`;
  const padding = constants.RSA_PKCS1_PADDING;
  const digest = createHash("sha1").update(body, "utf8").digest();
  const signature = privateEncrypt({ key: keys.rsa.privateKey, padding }, digest);
  return `${body}${pem("SIGNATURE", signature)}\n`;
}

/** The fingerprint of the relay with these keys. */
export function fingerprintOf(keys: RelayKeys): string {
  return createHash("sha1").update(rsaDer(keys)).digest("hex").toUpperCase();
}

function toHours(text: string): number {
  return Math.ceil(Date.parse(`${text.replace(" ", "T")}Z`) / 3_600_000);
}

function certificate(keys: RelayKeys, hours: number): Buffer {
  const header = Buffer.from([1, 4, 0, 0, 0, 0, 1]);
  header.writeUInt32BE(hours, 2);
  const extension = Buffer.concat([Buffer.from([1, 0, 32, 4, 0]), rawKey(keys.master)]);
  const body = Buffer.concat([header, rawKey(keys.signing), extension]);
  return Buffer.concat([body, sign(null, body, keys.master.privateKey)]);
}

function rawKey({ publicKey }: KeyPair): Buffer {
  return publicKey.export({ format: "der", type: "spki" }).subarray(-32);
}

function rsaDer({ rsa }: RelayKeys): Buffer {
  return rsa.publicKey.export({ format: "der", type: "pkcs1" });
}

function pem(kind: string, bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`].join("\n");
}
