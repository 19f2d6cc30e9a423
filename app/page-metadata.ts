import type { Metadata } from "next";
import { PRODUCT } from "@/components/words/product.ts";
import { type Words, words } from "@/components/words/words.ts";
import { speakToReader } from "./reader.ts";

/** A page's `generateMetadata`: its title in the reader's language, then the name of the desk. */
export function titled(title: (words: Words) => string): () => Promise<Metadata> {
  return async () => {
    await speakToReader();
    return { title: `${title(words())} · ${PRODUCT}` };
  };
}
