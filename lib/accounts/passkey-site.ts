import { type Refusal, refuse } from "./refusal.ts";

/** Where a browser reached the desk: a passkey is bound to the name (WebAuthn level 3, section 5.1.2, "RP ID"). */
export type PasskeySite = { host: string; origin: string };

const IP_LITERAL = /^(\[.*\]|\d{1,3}(\.\d{1,3}){3})$/;

/**
 * The site of an Origin that was found to be this desk's, or why it has no passkeys: browsers offer them over https and on
 * localhost only, and never for a bare address.
 */
export function passkeySite(origin: string): { ok: true; site: PasskeySite } | Refusal {
  const url = URL.parse(origin);
  const host = url?.hostname ?? "";
  const isLocal = host === "localhost" || host.endsWith(".localhost");
  if (url && host !== "" && !IP_LITERAL.test(host) && (url.protocol === "https:" || isLocal))
    return { ok: true, site: { host, origin } };
  return refuse(
    "no-passkeys-here",
    "Browsers offer passkeys only at an address that begins with https, and at localhost. Here, password and one-time codes do it all.",
  );
}
