"use server";
import { z } from "zod";
import { LOOKS } from "@/components/look/looks.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { keepLook } from "../look-cookie.ts";
import { operatorAction } from "../operator-action.ts";

export const saveLookAction = operatorAction({
  input: z.object({ look: z.enum(LOOKS), keys: z.enum(["on", "off"]) }),
  may: canEnter,
  what: "choose how the pages look",
  refused: (error) => ({ error }),
  run: async (_context, { look, keys }) => {
    await keepLook({ look, allKeys: keys === "on" });
    return { go: "/look?saved=yes" };
  },
});
