import { arc } from "mailauth/lib/arc/index.js";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { evaluateDmarc } from "mailauth/lib/dmarc/index.js";
import type { Instant } from "../time/instant.ts";
import { isDomain } from "./author.ts";
import type { OwnFindings, SenderFact } from "./sender-check.ts";
import type { Arrived } from "./trusted-results.ts";
import { type ResolveDns, verifySpf } from "./verify-spf.ts";

/** Not `isComplete`: some question got no answer, and asked again later the findings may be others. */
export type Verified = { found: OwnFindings; isComplete: boolean };

type Given = {
  /** The one author's domain, see `readAuthor`. */
  domain: string;
  /** Null: not known, so SPF cannot be asked about. */
  arrived: Arrived | null;
  /** When the mail came: a signature that has run out since was good then. */
  at: Instant;
  resolve: ResolveDns;
};

/**
 * DKIM (RFC 6376), SPF (RFC 7208), DMARC (RFC 9989) and ARC (RFC 8617) of a mail, each to the letter of its RFC. All names
 * are looked up through `resolve`, at most `MOST_QUESTIONS`. A signature with SHA-1, a short key, a key under test or over a
 * part of the body only does not count. Never throws.
 */
export async function verifySender(raw: Uint8Array, given: Given): Promise<Verified> {
  const { resolve, failures } = counted(given.resolve);
  const { arrived, domain } = given;
  const dkim = await verifyDkim(raw, given.at, resolve);
  const mailFrom = arrived?.mailFrom ?? null;
  const spf =
    arrived && mailFrom !== null ? await verifySpf({ ...arrived, mailFrom }, resolve) : null;
  const { fact: dmarc, policy } = await verifyDmarc(domain, dkim.facts, spf, resolve);
  const found = { dkim: dkim.facts, spf, dmarc, policy, arc: await dkim.arc() };
  return { found, isComplete: failures() === 0 };
}

const MOST_QUESTIONS = 60;
const MOST_SIGNATURES = 6;

/** A mail that asks for more than a mail needs gets no further answers. */
function counted(ask: ResolveDns): { resolve: ResolveDns; failures: () => number } {
  let [asked, failed] = [0, 0];
  const resolve: ResolveDns = async (name, type) => {
    asked += 1;
    if (asked > MOST_QUESTIONS || !isAskable(name))
      throw Object.assign(new Error("not asked"), { code: "ENOTFOUND" });
    try {
      return await ask(name, type);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (code !== "ENOTFOUND" && code !== "ENODATA") failed += 1;
      throw error;
    }
  };
  return { resolve, failures: () => failed };
}

/** Printable names of a length DNS has; anything else could be read by a resolver as another name. */
function isAskable(name: string): boolean {
  return name.length <= 254 && /^[!-~]+$/.test(name);
}

async function verifyDkim(raw: Uint8Array, at: Instant, resolve: ResolveDns) {
  const none: SenderFact[] = [{ method: "dkim", result: "none", domain: "" }];
  try {
    const verified = await dkimVerify(Buffer.from(withFewSignatures(raw)), {
      resolver: resolve,
      curTime: new Date(at),
      strict: true,
    });
    const facts = verified.results.map(({ status, signingDomain }) => {
      const counts = !status.underSized && status.testing !== true;
      const result = status.result === "pass" && !counts ? "policy" : status.result;
      return { method: "dkim", result, domain: domainOr(signingDomain) };
    });
    const arcFact = async () => await verifyArc(verified.arc, resolve);
    return { facts: facts.length === 0 ? none : facts, arc: arcFact };
  } catch {
    return { facts: [{ ...none[0], result: "permerror" } as SenderFact], arc: async () => null };
  }
}

function domainOr(text: string | undefined): string {
  const lower = (text ?? "").toLowerCase();
  return isDomain(lower) ? lower : "";
}

async function verifyArc(
  chain: Awaited<ReturnType<typeof dkimVerify>>["arc"],
  resolve: ResolveDns,
): Promise<SenderFact | null> {
  if (!chain?.chain) return null;
  const fact = { method: "arc", result: "temperror", domain: "" };
  try {
    const { status, signature } = await arc(chain as Parameters<typeof arc>[0], {
      resolver: resolve,
      strict: true,
    });
    const sealer = signature ? signature.signingDomain : "";
    return { ...fact, result: status.result, domain: domainOr(sealer) };
  } catch {
    return fact;
  }
}

async function verifyDmarc(
  domain: string,
  dkim: readonly SenderFact[],
  spf: SenderFact | null,
  resolve: ResolveDns,
): Promise<{ fact: SenderFact; policy: OwnFindings["policy"] }> {
  const fact = { method: "dmarc", result: "temperror", domain };
  const passed = dkim.filter(({ result }) => result === "pass").map((one) => one.domain);
  try {
    const { response } = await evaluateDmarc({
      headerFrom: [`author@${domain}`],
      fromFields: 1,
      spfDomains: spf?.result === "pass" && spf.domain !== "" ? [spf.domain] : [],
      dkimDomains: passed.filter((one) => one !== "").map((one) => ({ domain: one })),
      resolver: resolve,
      strict: true,
    });
    if (!response) return { fact: { ...fact, result: "permerror" }, policy: null };
    return { fact: { ...fact, result: response.status.result }, policy: policyIn(response.policy) };
  } catch {
    return { fact, policy: null };
  }
}

function policyIn(text: string | undefined): OwnFindings["policy"] {
  return text === "none" || text === "quarantine" || text === "reject" ? text : null;
}

/** Each signature costs a pass over the whole mail: those after the first few are taken out. */
function withFewSignatures(raw: Uint8Array): Uint8Array {
  const text = Buffer.from(raw.subarray(0, HEADER_BYTES)).toString("latin1");
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  let seen = 0;
  const head = text.slice(0, end).replace(SIGNATURE, (field) => {
    seen += 1;
    return seen > MOST_SIGNATURES ? "" : field;
  });
  if (seen <= MOST_SIGNATURES) return raw;
  return Buffer.concat([Buffer.from(head, "latin1"), raw.subarray(end)]);
}

const HEADER_BYTES = 1024 * 1024;
const SIGNATURE = /^dkim-signature[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*(?:\n|$)/gim;
