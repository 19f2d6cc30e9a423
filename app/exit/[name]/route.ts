import { noticePath } from "@/lib/exit-notice/notice.ts";
import { findOpenNotice } from "@/lib/exit-notice/notice-store.ts";
import { noticeNameOf } from "@/lib/exit-notice/read-notice.ts";
import { parseIp } from "@/lib/net/ip.ts";
import { languageOf, leadTo, nothingThere, publicPage } from "../../public-page.ts";

/** By name or by address; leads to the page in the language of the browser. */
export const GET = publicPage(async ({ db, request, params: { name = "" } }) => {
  const ip = parseIp(name);
  const found =
    ip === null ? (await findOpenNotice(db, name.slice(0, 60)))?.name : await noticeNameOf(db, ip);
  if (!found) return nothingThere();
  return leadTo(noticePath(found, languageOf(request)), { vary: true });
});
