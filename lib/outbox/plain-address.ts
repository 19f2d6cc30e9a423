/** RFC 5321 dot-string local part and an ASCII domain; no quoting, no comments, no groups, no lists. */
const PLAIN =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62})*$/;

/**
 * Is this one address and nothing else? The last gate before the network: nodemailer splits lists and groups and takes
 * line breaks in recipients (measured: `"a@b\r\nBcc: x"` reached x).
 */
export function isPlainAddress(text: string): boolean {
  return text.length <= 320 && PLAIN.test(text);
}
