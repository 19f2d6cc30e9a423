import { type Html, html } from "./html.ts";
import type { Notice } from "./notice.ts";
import type { NoticeLanguage } from "./notice-language.ts";
import { type NoticeWords, noticeWords, put } from "./notice-words.ts";
import type { FormField, FormFlaw, FormValues } from "./read-form.ts";
import { ZONES } from "./read-form.ts";
import { REPORT_KIND_NAMES } from "./report-kind.ts";

/** A form that was refused: what was typed is kept, and what is wrong stands at the top of the page. */
export type FormState = { values: FormValues; wrong: ReadonlySet<FormField>; flaws: Html };

export function refusedForm(
  values: FormValues,
  flaws: readonly FormFlaw[],
  language: NoticeLanguage,
): FormState {
  const words = noticeWords(language);
  const lines = flaws.map(({ field, flaw }) =>
    put(words.flaws[flaw], { field: words.fields[field] }),
  );
  return {
    values,
    wrong: new Set(flaws.map(({ field }) => field)),
    flaws: html`<div class="bad" role="alert"><h2>${words.flawsHead}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>\n`,
  };
}

/** A refusal that concerns no field. */
export function refusedPost(values: FormValues, line: string, language: NoticeLanguage): FormState {
  const words = noticeWords(language);
  return {
    values,
    wrong: new Set(),
    flaws: html`<div class="bad" role="alert"><h2>${words.flawsHead}</h2><p>${line}</p></div>\n`,
  };
}

/** The form of the public page. It posts to the page itself and carries no token: it acts in nobody's name. */
export function complaintForm(
  { name, relay }: Pick<Notice, "name" | "relay">,
  language: NoticeLanguage,
  state: FormState | null,
): Html {
  const words = noticeWords(language);
  const fields = fieldsOf(words, state);
  const ips = relay.addresses.map(({ ip }) => ip);
  return html`<p>${words.complainIntro}</p>
<form action="/exit/${encodeURIComponent(name)}/${language}" method="post" accept-charset="utf-8">
<fieldset><legend>${words.legend.where}</legend>
${fields.select(
  "accused",
  ips.map((ip) => ({ value: ip, label: ip })),
  false,
)}
<div class="row"><div>${fields.input("target", { type: "text", maxlength: 45, required: true })}</div>
<div>${fields.input("port", { type: "text", inputmode: "numeric", maxlength: 5, required: true })}</div></div></fieldset>
<fieldset><legend>${words.legend.when}</legend>
<div class="row"><div>${fields.input("date", { type: "date", required: true })}</div>
<div>${fields.input("time", { type: "time", step: 1, required: true })}</div></div>
${fields.select(
  "zone",
  ZONES.map((zone) => ({ value: zone, label: `UTC${zone}` })),
  true,
)}</fieldset>
<fieldset><legend>${words.legend.what}</legend>
${fields.select(
  "kind",
  REPORT_KIND_NAMES.map((kind) => ({ value: kind, label: words.kinds[kind] })),
  true,
)}
${fields.area("what", 4_000, true)}
${fields.area("log", 20_000, false)}</fieldset>
<fieldset><legend>${words.legend.you}</legend>
${fields.input("reference", { type: "text", maxlength: 100 })}
${fields.input("email", { type: "email", maxlength: 254, autocomplete: "email" })}
<div class="w" aria-hidden="true">${fields.input("website", { type: "text", tabindex: -1, autocomplete: "off" })}</div></fieldset>
<button type="submit">${words.send}</button>
</form>`;
}

type Attributes = Record<string, string | number | true>;

/** The form's fields with their labels, hints and what was typed. */
function fieldsOf(words: NoticeWords, state: FormState | null) {
  const hints: Partial<Record<FormField, string>> = words.hints;
  const typed = (name: FormField) => state?.values[name] ?? "";
  const common = (name: FormField, required: boolean) =>
    html`id="f-${name}" name="${name}"${required ? html` required` : null}${hints[name] ? html` aria-describedby="h-${name}"` : null}${state?.wrong.has(name) ? html` aria-invalid="true"` : null}`;
  const label = (name: FormField) => html`<label for="f-${name}">${words.fields[name]}</label>`;
  const hint = (name: FormField) =>
    hints[name] ? html`<p class="hint" id="h-${name}">${hints[name] ?? ""}</p>` : null;
  return {
    input: (name: FormField, { required, ...attributes }: Attributes): Html =>
      html`${label(name)}<input ${common(name, required === true)}${Object.entries(attributes).map(([key, value]) => html` ${key}="${String(value)}"`)} value="${typed(name)}">${hint(name)}`,
    area: (name: FormField, maxlength: number, required: boolean): Html =>
      html`${label(name)}<textarea ${common(name, required)} maxlength="${maxlength}">\n${typed(name)}</textarea>${hint(name)}`,
    select: (name: FormField, options: { value: string; label: string }[], mustChoose: boolean) =>
      html`${label(name)}<select ${common(name, mustChoose)}>${mustChoose ? html`<option value="">${words.choose}</option>` : null}${options.map(
        (option) =>
          html`<option value="${option.value}"${option.value === typed(name) ? html` selected` : null}>${option.label}</option>`,
      )}</select>${hint(name)}`,
  };
}
