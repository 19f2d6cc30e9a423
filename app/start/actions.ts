"use server";
import { z } from "zod";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import { loadSampleMailbox } from "@/lib/cases/load-sample-mailbox.ts";
import { openDesk } from "../desk.ts";
import { operatorAction } from "../operator-action.ts";
import { readSample } from "./sample-files.ts";

/** Sample relays and complaints, through the real intake. */
export const loadSampleAction = operatorAction({
  input: z.object({}),
  may: canManageRelays,
  what: "load the sample mailbox",
  refused: (error) => ({ error }),
  run: async ({ viewer, now }) => {
    const loaded = await loadSampleMailbox(openDesk().db, viewer, { ...(await readSample()), now });
    return loaded.ok ? { go: "/queue" } : loaded;
  },
});
