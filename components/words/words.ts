import { en } from "./en.ts";

/** The words of the reader's language. English is the only one yet. */
export const words = en;
