import { exitList } from "@/lib/cases/exits-list.ts";
import { PUBLIC_LIST_FORMS } from "@/lib/exit-notice/notice-page.ts";
import { findOpenNotice } from "@/lib/exit-notice/notice-store.ts";
import { asLanguage, nothingThere, plainLine, publicPage } from "../../../../public-page.ts";

/** The exits that reach a stranger's own service, as a file: who wants to keep Tor out fairly needs no other list. */
export const GET = publicPage(async ({ db, request, params }) => {
  const open = await findOpenNotice(db, (params["name"] ?? "").slice(0, 60));
  if (open === null || asLanguage(params["language"]) === null) return nothingThere();
  const query = new URL(request.url).searchParams;
  const [host = "", port = ""] = [query.get("host")?.trim(), query.get("port")?.trim()];
  const form = PUBLIC_LIST_FORMS.find((one) => one === query.get("form")) ?? "list";
  if (host === "" || host.length > 253 || !/^\d{1,5}$/.test(port))
    return plainLine(
      400,
      "Give the address of your service and its port, such as 203.0.113.5 and 22.",
    );
  const bare = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  const list = await exitList(db, { target: `${bare}:${port}`, form });
  if (!list.ok) return plainLine(400, list.text);
  return new Response(list.text, {
    headers: {
      "Content-Type": list.mediaType,
      "Content-Disposition": `attachment; filename="${list.name.replace(/[^A-Za-z0-9._-]/g, "_")}"`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "public, max-age=3600",
    },
  });
});
