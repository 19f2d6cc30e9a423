/**
 * The policy of every page: nothing from anywhere else, scripts and styles of ours only, no frame around us. The frame
 * that shows a mail's HTML carries its own stricter policy.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/**
 * The policy of a mail's HTML in the frame of the case page: its words and their order, and nothing that acts, loads or
 * looks like us. `sandbox` without a word gives it an origin of its own, no scripts, forms, popups or way out.
 */
export const MAIL_POLICY = "sandbox; default-src 'none'; frame-ancestors 'self'";

/**
 * `Referrer-Policy: same-origin`, not `no-referrer`: with that browsers send `Origin: null` and no form works.
 * No HSTS: an onion address and loopback are plain http; a reverse proxy that ends TLS sets it.
 */
export const SECURITY_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Embedder-Policy", "require-corp"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["X-Frame-Options", "DENY"],
  [
    "Permissions-Policy",
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  ],
  ["X-Robots-Tag", "noindex, nofollow"],
  ["Cache-Control", "private, no-store"],
];
