import { isExit, type Policy } from "../exit-policy/policy.ts";
import { summarize } from "../exit-policy/summarize.ts";
import type { RelayNow } from "../relays/relay-now.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { complaintForm, type FormState } from "./complaint-form.ts";
import { type Html, html } from "./html.ts";
import { type Notice, noticePath } from "./notice.ts";
import { NOTICE_LANGUAGES, type NoticeLanguage } from "./notice-language.ts";
import { type NoticeWords, noticeWords, put } from "./notice-words.ts";
import { pageFrame } from "./page-frame.ts";

/** `desk`: served by the desk, with its forms. `file`: one file to be served by the relay itself, at most with a link. */
type NoticeUse =
  | { kind: "desk"; form: FormState | null }
  | { kind: "file"; deskUrl: string | null };

/** The forms of the list of exits that are offered to strangers. */
export const PUBLIC_LIST_FORMS = ["list", "csv", "nftables", "ipset", "nginx", "apache"] as const;

/** The public page of a relay, whole. */
export function noticePage(notice: Notice, language: NoticeLanguage, use: NoticeUse): string {
  const words = noticeWords(language);
  const title = titleOf(notice, words);
  const other = NOTICE_LANGUAGES.find((one) => one !== language) ?? "en";
  const body = html`<h1>${title}</h1>
${flawsFirst(use)}<p>${opening(notice.relay, words)}</p>
<p>${words.whatIs}</p>
<h2>${words.heldHead}</h2>
${held(notice.relay, words)}
${policyPart(notice.relay, words)}
<h2>${words.logsHead}</h2>
<p>${words.logs}</p>
${notice.logStatement ? html`<p>${notice.logStatement}</p>` : null}
${notice.relay.isExit === false ? null : blockPart(notice, language, use)}
<h2 id="report">${words.complainHead}</h2>
${complainPart(notice, language, use)}`;
  return pageFrame({
    language,
    title,
    body,
    other: use.kind === "file" ? null : { href: noticePath(notice.name, other), language: other },
  });
}

function titleOf({ relay }: Notice, words: NoticeWords): string {
  const addresses = relay.addresses.map(({ ip }) => ip).join(", ") || relay.nickname;
  return put(relay.isExit === true ? words.titleExit : words.titleRelay, { addresses });
}

function flawsFirst(use: NoticeUse): Html | null {
  return use.kind === "desk" && use.form ? use.form.flaws : null;
}

function opening({ isExit }: RelayNow, words: NoticeWords): string {
  if (isExit === null) return words.unknown;
  return isExit ? words.exit : words.noExit;
}

function held({ addresses, nickname }: RelayNow, words: NoticeWords): Html[] {
  return addresses.map(
    ({ ip, since }) =>
      html`<p>${put(words.held, { address: ip, relay: nickname, day: day(since) })}</p>\n`,
  );
}

function policyPart({ policy, policySince, seenAt }: RelayNow, words: NoticeWords): Html | null {
  if (policy === null) return null;
  return html`<h2>${words.policyHead}</h2>
<ul>${([4, 6] as const).map((family) => html`<li>${familyLine(policy, family, words)}</li>`)}</ul>
<p>${policySince === null ? "" : put(words.policySince, { day: day(policySince) })} ${isExit(policy) ? words.tcpOnly : ""} ${seenAt === null ? "" : put(words.seen, { day: day(seenAt) })}</p>`;
}

/** The summary a directory authority would publish, in a sentence. */
function familyLine(policy: Policy, family: 4 | 6, words: NoticeWords): string {
  const [verb = "", ports = ""] = summarize(policy, family).split(" ");
  const spaced = ports.replaceAll(",", ", ");
  if (ports === "1-65535")
    return put(verb === "accept" ? words.acceptsAll : words.acceptsNone, { family });
  return put(verb === "accept" ? words.accepts : words.rejects, { family, ports: spaced });
}

function blockPart({ name, network }: Notice, language: NoticeLanguage, use: NoticeUse): Html {
  const words = noticeWords(language);
  const own =
    use.kind === "desk" && network !== null
      ? html`<form action="${noticePath(name, language)}/exits" method="get">
<div class="row"><div><label for="host">${words.blockHost}</label>
<input id="host" name="host" required maxlength="253" placeholder="203.0.113.5" autocomplete="off"></div>
<div><label for="service-port">${words.blockPort}</label>
<input id="service-port" name="port" required inputmode="numeric" pattern="[0-9]{1,5}" maxlength="5" placeholder="22" autocomplete="off"></div>
<div><label for="form">${words.blockForm}</label>
<select id="form" name="form">${PUBLIC_LIST_FORMS.map((form) => html`<option value="${form}">${words.forms[form]}</option>`)}</select></div></div>
<button type="submit">${words.blockGo}</button>
</form>
<p>${put(words.networkAge, { network })}</p>`
      : html`<p>${words.noNetwork}</p>`;
  return html`<h2>${words.blockHead}</h2>
<p>${words.block}</p>
${own}
<p>${words.better}</p>`;
}

function complainPart(notice: Notice, language: NoticeLanguage, use: NoticeUse): Html {
  const words = noticeWords(language);
  const { contact, operator } = notice;
  const who = operator === "" ? null : html`<p>${words.contact}: ${operator}</p>`;
  const mail = contact === "" ? null : html`<p>${put(words.complainBy, { contact })}</p>`;
  if (use.kind === "desk" && notice.takesForm)
    return html`${who}${mail}${complaintForm(notice, language, use.form)}`;
  const link =
    use.kind === "file" && use.deskUrl !== null && notice.takesForm
      ? html`<p>${put(words.complainAt, { url: "" })}<a href="${use.deskUrl}">${use.deskUrl}</a></p>`
      : null;
  const nothing = mail === null && link === null ? html`<p>${words.noForm}</p>` : null;
  return html`${who}${mail}${link}${nothing}`;
}

const day = (at: Instant) => toIso(at).slice(0, 10);
