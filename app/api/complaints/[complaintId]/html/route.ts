import { z } from "zod";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { showHtml } from "@/lib/cases/show-html.ts";
import { operatorRoute } from "../../../../operator-route.ts";

/** The HTML of one complaint, made harmless, for the frame of the case page. `admit` gives it a policy of its own. */
export const GET = operatorRoute(
  { input: z.object({ complaintId: z.uuid() }), may: canEnter },
  async ({ db, viewer, input }) => {
    const html = await showHtml(db, viewer, input.complaintId);
    if (html === null) return new Response("Not found.\n", { status: 404 });
    return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  },
);
