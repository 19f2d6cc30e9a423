import { plainText } from "./plain-text.ts";

const MAX_SUBJECT = 200;
/** Reply marks in the languages our correspondents write: Re, AW (de), SV (sv, da), Odp (pl), RV (es). */
const REPLY_MARK = /^\s{0,4}(re|aw|sv|odp|rv)(\[\d{1,3}\])?\s{0,2}:\s{0,4}/i;

/**
 * `Re: ` and the subject we were sent, its ticket token untouched (providers thread by it). Old reply marks go, so that
 * they do not pile up; a subject too long loses its end, never a bracketed token near the end.
 */
export function replySubject(subject: string): string {
  let rest = plainText(subject, 2000);
  for (let mark = 0; mark < 10 && REPLY_MARK.test(rest); mark += 1)
    rest = rest.replace(REPLY_MARK, "");
  return `Re: ${shorten(rest, MAX_SUBJECT - 4)}`.trimEnd();
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const token = /\[[^[\]]{3,80}\]/.exec(text.slice(limit - 3))?.[0];
  const cut =
    text.lastIndexOf("[", limit) > text.lastIndexOf("]", limit)
      ? text.lastIndexOf("[", limit)
      : limit;
  const whole = /^\[[^[\]]{3,80}\]/.exec(text.slice(cut))?.[0] ?? token;
  return whole
    ? `${text.slice(0, limit - whole.length - 4)}... ${whole}`
    : `${text.slice(0, limit - 3)}...`;
}
