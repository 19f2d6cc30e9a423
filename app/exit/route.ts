import { NOTICE_LANGUAGES } from "@/lib/exit-notice/notice-language.ts";
import { listPublished } from "@/lib/exit-notice/notice-store.ts";
import { listPage } from "@/lib/exit-notice/small-pages.ts";
import { cachedPage, languageOf, nothingThere, publicPage } from "../public-page.ts";

/** The relays that have a page, where the operator wants them found. */
export const GET = publicPage(async ({ db, request }) => {
  const pages = await listPublished(db);
  if (pages.length === 0) return nothingThere();
  const wished = new URL(request.url).searchParams.get("language");
  const language = NOTICE_LANGUAGES.find((one) => one === wished) ?? languageOf(request);
  const response = cachedPage(listPage(pages, language), request);
  response.headers.set("Vary", "Accept-Language");
  return response;
});
