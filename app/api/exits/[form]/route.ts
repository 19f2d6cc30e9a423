import { z } from "zod";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { exitList } from "@/lib/cases/exits-list.ts";
import { EXIT_LIST_FORMS } from "@/lib/relays/exit-list-forms.ts";
import { download, operatorRoute } from "../../../operator-route.ts";

const input = z.object({ form: z.enum(EXIT_LIST_FORMS), target: z.string().min(1).max(300) });

const door = { input, may: canSeeDesk };

/** The exits that reach a target, as a file for a spreadsheet, a firewall or a web server. */
export const GET = operatorRoute(door, async ({ db, input: asked }) => {
  const list = await exitList(db, asked);
  if (!list.ok) return new Response(`${list.text}\n`, { status: 404 });
  return download(Buffer.from(list.text), list.name);
});
