import { generateSecret, generateURI, verify } from "otplib";
import type { Instant } from "../time/instant.ts";

const PERIOD_SECONDS = 30;
const CODE = /^\d{6}$/;
/** Recommended length of the shared secret (RFC 4226 section 4, R6). */
const SEED_BYTES = 20;

/** A new shared secret in base32, as authenticator apps take it. */
export function newSeed(): string {
  return generateSecret({ length: SEED_BYTES });
}

/** What the picture for the app says: otpauth://totp/... with six digits every 30 seconds. */
export function seedUri(login: string, seed: string): string {
  return generateURI({ issuer: "Exitdesk", label: login, secret: seed });
}

/**
 * The 30-second step this code is of, or null: wrong, or of a step not after `after`. One step early and one late are
 * taken for clocks that differ (RFC 6238 section 5.2, which also says that no code may serve twice).
 */
export async function codeStep(
  seed: string,
  code: string,
  { after, now }: { after: number; now: Instant },
): Promise<number | null> {
  const typed = code.replace(/\s/g, "").slice(0, 10);
  if (!CODE.test(typed)) return null;
  const epoch = Math.floor(now / 1000);
  // The library takes no newest step that lies in the future, which a clock set back makes of it.
  if (after > Math.floor(epoch / PERIOD_SECONDS) + 1) return null;
  const asked = { secret: seed, token: typed, epoch, period: PERIOD_SECONDS };
  const answer = await verify({ ...asked, epochTolerance: PERIOD_SECONDS, afterTimeStep: after });
  return answer.valid && "timeStep" in answer ? answer.timeStep : null;
}
