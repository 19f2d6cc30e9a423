import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { type Caller, findByToken, findSigner, noteUse } from "./api-caller-store.ts";
import { type ApiScope, PER_MINUTE, SCOPE_WORDS } from "./api-scope.ts";
import { claimOne } from "./counter-store.ts";
import { countRefusal } from "./refused-store.ts";
import {
  isFresh,
  isSignedBy,
  type RequestSignature,
  readSignature,
  SIGNATURE_WINDOW_MS,
  signatureId,
} from "./request-signature.ts";
import { tokenHash } from "./secret-token.ts";

export type CallerRefusal = {
  refused: "unknown" | "malformed" | "stale" | "scope" | "too-many" | "signature";
  text: string;
};
export type Admitted = {
  caller: Caller;
  /** To be asked of the whole body before anything is done with it. Null: it is what was signed, or nothing was. */
  check: (body: Uint8Array) => Promise<CallerRefusal | null>;
  /** By which the same request is known again, and until when it could come again; null where nothing was signed. */
  once: { id: string; expiresAt: Instant } | null;
};
type Given = { scope: ApiScope; now: Instant; secretKey: Uint8Array };

type Signed = { secret: string; signature: RequestSignature };
type Found = { caller: Caller; signed: Signed | null };

const WINDOW_MS = 60_000;
/** A row outlives the moment from which its signature is too old by this, for clocks that are set. */
const GRACE_MS = 60_000;

/**
 * Who a machine is, by its headers alone: the token it shows (`Authorization: Bearer`) or the one it signed with. Asked before
 * the body is read, so that a stranger cannot make the desk hold one. The id of a signing token is known to nobody but its
 * owner and the desk, so strangers cannot use up its count either.
 */
export async function admitCaller(
  db: Db,
  header: (name: string) => string | null,
  given: Given,
): Promise<Admitted | CallerRefusal> {
  const found =
    header("exitdesk-signature") === null
      ? await byToken(db, header("authorization"))
      : await bySignature(db, readSignature(header), given);
  if ("refused" in found) return found;
  const { caller } = found;
  if (caller.scope !== given.scope) {
    const what = `a token for something else, to ${SCOPE_WORDS[given.scope]}`;
    await countRefusal(db, { who: `token:${caller.name}`, what }, given.now);
    return wrongScope(caller.scope, given.scope);
  }
  const most = PER_MINUTE[caller.scope];
  if (!(await claimOne(db, { key: `api:${caller.id}`, most, windowMs: WINDOW_MS }, given.now)))
    return {
      refused: "too-many",
      text: `This token has made ${most} requests within a minute, the most it may. Send it again in a minute.`,
    };
  if (found.signed !== null) return signedBy(db, caller, found.signed, given.now);
  await noteUse(db, caller, given.now);
  return { caller, check: async () => null, once: null };
}

async function byToken(db: Db, authorization: string | null): Promise<Found | CallerRefusal> {
  const token = /^Bearer +([A-Za-z0-9_-]{20,200})$/i.exec(authorization ?? "")?.[1];
  const caller = token ? await findByToken(db, tokenHash(token)) : null;
  return caller === null ? UNKNOWN : { caller, signed: null };
}

async function bySignature(
  db: Db,
  signature: RequestSignature | null,
  { now, secretKey }: Given,
): Promise<Found | CallerRefusal> {
  if (signature === null) return MALFORMED;
  if (!isFresh(signature, now)) return STALE;
  const found = await findSigner(db, signature.keyId, secretKey);
  if (found === null) return UNKNOWN;
  return { caller: found.caller, signed: { secret: found.secret, signature } };
}

function signedBy(db: Db, caller: Caller, { secret, signature }: Signed, now: Instant): Admitted {
  return {
    caller,
    check: async (body) => {
      if (!isSignedBy(secret, signature, body)) return NOT_SIGNED;
      await noteUse(db, caller, now);
      return null;
    },
    once: {
      id: signatureId(signature),
      expiresAt: signature.at + SIGNATURE_WINDOW_MS + GRACE_MS,
    },
  };
}

function wrongScope(has: ApiScope, wanted: ApiScope): CallerRefusal {
  return {
    refused: "scope",
    text: `This token is there to ${SCOPE_WORDS[has]}. Make one under Settings that may ${SCOPE_WORDS[wanted]}.`,
  };
}

const UNKNOWN: CallerRefusal = {
  refused: "unknown",
  text: "Send a token of this desk as 'Authorization: Bearer ...', or sign the request with one. Tokens are made under Settings.",
};
const MALFORMED: CallerRefusal = {
  refused: "malformed",
  text: "A signed request names Exitdesk-Key, Exitdesk-Timestamp in whole seconds since 1970, and Exitdesk-Signature as 64 hex digits.",
};
const STALE: CallerRefusal = {
  refused: "stale",
  text: "The timestamp is more than five minutes from the desk's clock. Set the clock of the machine that sends, and sign anew.",
};
const NOT_SIGNED: CallerRefusal = {
  refused: "signature",
  text: "The signature does not fit: it is HMAC-SHA256 with the token's secret over the timestamp, a full stop and the body.",
};
