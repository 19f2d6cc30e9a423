import { createHash } from "node:crypto";
import type { PackInput } from "../evidence/pack-input.ts";
import { readDescriptors } from "../relays/read-descriptor.ts";
import { type SignedDocument, signedDescriptor } from "../relays/signed-document.ts";
import { anEvent } from "./a-complaint.ts";
import { aDescriptor, fingerprintOf, relayKeys } from "./a-descriptor.ts";
import { aRelay } from "./a-relay.ts";

const LEARNT = { source: "added by hand", learnedAt: Date.parse("2026-03-01T00:00:00Z") };

/** The descriptors of a text as the desk keeps them. */
export function documentsIn(bytes: Uint8Array): SignedDocument[] {
  return readDescriptors(bytes).descriptors.flatMap(
    (descriptor) => signedDescriptor(descriptor, LEARNT) ?? [],
  );
}

/** What a pack is made of: an SSH complaint about 192.0.2.7, and a relay there with one signed descriptor. */
export function aPackInput(given: Partial<PackInput> = {}): PackInput {
  const keys = relayKeys();
  const bytes = Buffer.from("From: a@reporter.example\r\n\r\n\xfcber 192.0.2.7\r\n", "latin1");
  const event = anEvent();
  return {
    ref: "K7M2XQ9D",
    madeAt: Date.parse("2026-03-02T00:00:00Z"),
    mail: {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      size: bytes.length,
      receivedAt: Date.parse("2026-03-01T00:00:00Z"),
      bytes,
    },
    withheld: null,
    said: { accused: [{ value: "192.0.2.7", span: null }], events: [event] },
    evidence: {
      verdict: "port-rejected",
      summary: "The exit policy of relay7 rejected 198.51.100.20:25 by the line `reject *:25`.",
      events: [{ event: 0, verdict: "port-rejected", findings: [] }],
      relays: [{ nickname: "relay7", fingerprint: fingerprintOf(keys), ip: "192.0.2.7" }],
    },
    relays: [aRelay({ fingerprint: fingerprintOf(keys) })],
    documents: documentsIn(Buffer.from(aDescriptor({ contact: "Grüße" }, keys))),
    leftOut: 0,
    language: "en",
    ...given,
  };
}
