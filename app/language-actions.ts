"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { LANGUAGES } from "@/components/words/language.ts";
import { chooseReading } from "@/lib/accounts/choose-reading.ts";
import { operatorAction, publicAction } from "./operator-action.ts";
import { setLanguageCookie } from "./session-cookie.ts";

const language = z.enum(LANGUAGES);

/** The language of one's own pages, and the zone beside UTC. */
export const chooseReadingAction = operatorAction({
  input: z.object({
    language: language.or(z.literal("")).transform((value) => (value === "" ? null : value)),
    zone: z
      .string()
      .max(200)
      .transform((value) => (value.trim() === "" ? null : value.trim())),
  }),
  may: () => true,
  what: "choose how the pages look",
  refused: (error) => ({ error }),
  run: async ({ db, viewer }, reading) => {
    const done = await chooseReading(db, viewer, reading);
    if (!done.ok) return done;
    // The frame round the page, which the browser would keep, speaks too.
    revalidatePath("/", "layout");
    return { go: "/settings?saved=reader" };
  },
});

/** The language of this browser's pages before anybody signs in. */
export const chooseLanguageAction = publicAction({
  input: z.object({
    language,
    // A page of this desk and nothing else: one slash, then no second one.
    back: z
      .string()
      .max(300)
      .regex(/^\/(?![/\\])[\w/-]*$/),
  }),
  refused: (error) => ({ error }),
  run: async (_context, { language: chosen, back }) => {
    await setLanguageCookie(chosen);
    return { go: back };
  },
});
