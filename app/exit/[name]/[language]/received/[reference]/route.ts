import { findOpenNotice } from "@/lib/exit-notice/notice-store.ts";
import { receivedPage } from "@/lib/exit-notice/small-pages.ts";
import { asLanguage, cachedPage, nothingThere, publicPage } from "../../../../../public-page.ts";

/** Says that a report has arrived. It tells nobody anything they did not bring: no report is looked up. */
export const GET = publicPage(async ({ db, request, params }) => {
  const language = asLanguage(params["language"]);
  const reference = params["reference"] ?? "";
  if (language === null || !/^[A-Z2-9]{8}$/.test(reference)) return nothingThere();
  const open = await findOpenNotice(db, (params["name"] ?? "").slice(0, 60));
  if (!open?.takesForm) return nothingThere();
  return cachedPage(receivedPage(open.name, reference, language), request);
});
