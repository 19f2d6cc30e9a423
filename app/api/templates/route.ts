import { z } from "zod";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { exportTemplates } from "@/lib/cases/import-templates.ts";
import { download, operatorRoute } from "../../operator-route.ts";

/** All own templates as one file, for another desk. */
export const GET = operatorRoute(
  { input: z.object({}), may: canSeeDesk },
  async ({ db, viewer }) => {
    const library = await exportTemplates(db, viewer);
    if (library === null) return new Response("Not found.\n", { status: 404 });
    return download(Buffer.from(library), "exitdesk-templates.json");
  },
);
