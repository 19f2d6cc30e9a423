/**
 * Two names: `__Host-` cookies cannot be planted from a sub-domain or over plain http, but need https. On loopback and on
 * an onion address the desk speaks plain http and the plain name serves.
 */
export const SESSION = "exitdesk-session";
export const SECURE_PREFIX = "__Host-";
/** What a browser's session may be named. */
export const SESSION_COOKIES: readonly string[] = [SECURE_PREFIX + SESSION, SESSION];
