import { type Refusal, refuse } from "./refusal.ts";

const LOGIN = /^[a-z0-9][a-z0-9._-]{0,39}$/;

/** A login as it is stored: trimmed, lower case. */
export function normalizeLogin(text: string): string {
  return text.slice(0, 200).trim().toLowerCase();
}

/** Why a new login is refused, or null. */
export function refuseLogin(login: string): Refusal | null {
  if (LOGIN.test(login)) return null;
  return refuse(
    "bad-login",
    "A login has 1 to 40 letters, digits, dots, dashes or underscores, and starts with a letter or digit.",
  );
}
