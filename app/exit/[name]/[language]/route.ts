import { type FormState, refusedForm, refusedPost } from "@/lib/exit-notice/complaint-form.ts";
import { noticePath } from "@/lib/exit-notice/notice.ts";
import type { NoticeLanguage } from "@/lib/exit-notice/notice-language.ts";
import { noticePage } from "@/lib/exit-notice/notice-page.ts";
import { noticeWords } from "@/lib/exit-notice/notice-words.ts";
import { type FormValues, formValues } from "@/lib/exit-notice/read-form.ts";
import { readOpenNotice } from "@/lib/exit-notice/read-notice.ts";
import { takeComplaint } from "@/lib/exit-notice/take-complaint.ts";
import { readBody } from "../../../api/read-body.ts";
import {
  answerPage,
  asLanguage,
  cachedPage,
  leadTo,
  nothingThere,
  type PublicContext,
  publicPage,
} from "../../../public-page.ts";

/** Four fields of the longest size, each character written as three. */
const MAX_BODY = 128_000;

/** What this address is. */
export const GET = publicPage(async ({ db, request, now, params }) => {
  const language = asLanguage(params["language"]);
  const open = language && (await readOpenNotice(db, (params["name"] ?? "").slice(0, 60), now));
  if (!open) return nothingThere();
  return cachedPage(noticePage(open.notice, language, { kind: "desk", form: null }), request);
});

/** A report. Whatever is wrong with it, what was typed comes back. */
export const POST = publicPage(async (context) => {
  const { db, request, now, random, params } = context;
  const language = asLanguage(params["language"]);
  const name = (params["name"] ?? "").slice(0, 60);
  if (language === null) return nothingThere();
  const words = noticeWords(language);
  const type = request.headers.get("content-type") ?? "";
  const empty = formValues("");
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    return await again(context, language, 415, refusedPost(empty, words.unreadable, language));
  const body = await readBody(request, MAX_BODY);
  if (body === null)
    return await again(context, language, 413, refusedPost(empty, words.tooLarge, language));
  const values: FormValues = formValues(new TextDecoder().decode(body));
  const taken = await takeComplaint(db, { name, language, values, now, random });
  if (taken.outcome === "stored")
    return leadTo(`${noticePath(name, language)}/received/${taken.reference}`, { vary: false });
  if (taken.outcome === "closed") return nothingThere();
  if (taken.outcome === "busy")
    return await again(context, language, 429, refusedPost(values, words.busy, language));
  return await again(context, language, 422, refusedForm(values, taken.flaws, language));
});

async function again(
  { db, now, params }: PublicContext,
  language: NoticeLanguage,
  status: number,
  form: FormState,
): Promise<Response> {
  const open = await readOpenNotice(db, (params["name"] ?? "").slice(0, 60), now);
  if (!open?.notice.takesForm) return nothingThere();
  return answerPage(noticePage(open.notice, language, { kind: "desk", form }), status);
}
