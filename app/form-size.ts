/** A form before anybody signed in: a login, a password, a complaint on the public page. */
const OF_STRANGERS = 130_000;
/** A letter of 200,000 characters, a policy to try: text. */
const OF_PEOPLE = 2_000_000;
/** Files of relays: one consensus is 3 MB. Next itself ends at the same size (next.config.js). */
const OF_UPLOADS = 9_000_000;
/** The pages whose forms take files. */
const UPLOADS = ["/relays", "/policy/exits", "/templates"];
/** Settled by its token before a byte is read, and read in a stream; nothing else of the desk is. */
export const MAIL_PATH = "/api/intake";

export type SentForm = {
  path: string;
  /** The headers Content-Length and Transfer-Encoding. */
  length: string | undefined;
  encoding: string | undefined;
  /** Asked only where it matters. */
  isSignedIn: () => Promise<boolean>;
};
export type TooLarge = { status: 411 | 413; line: string };

/**
 * Is a form larger than who sends it may send? Next keeps up to 10 MB of whatever is sent before it asks any code of ours, so
 * this is asked first, of the headers: of a stranger never more than 130 KB is read.
 */
export async function tooLarge(form: SentForm): Promise<TooLarge | null> {
  const { path, length, encoding, isSignedIn } = form;
  if (path === MAIL_PATH) return null;
  if (encoding !== undefined)
    return { status: 411, line: "Say how long the form is (Content-Length), as browsers do." };
  const bytes = Number(length ?? 0);
  if (bytes <= OF_STRANGERS) return null;
  if (!(await isSignedIn()))
    return { status: 413, line: "This form is too large for somebody who is not signed in." };
  const most = UPLOADS.includes(path) ? OF_UPLOADS : OF_PEOPLE;
  if (bytes <= most) return null;
  return { status: 413, line: `This form has ${bytes} bytes; this page takes ${most}.` };
}
