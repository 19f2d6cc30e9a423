import type { ReactNode } from "react";
import { PRODUCT } from "@/components/words/product.ts";

/** The frame of the pages before the desk: sign-in and first run. One column, nothing to distract. */
export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="content" className="mx-auto flex max-w-2xl flex-col gap-5 px-4 py-12">
      <p className="text-lg font-semibold">{PRODUCT}</p>
      <h1 className="text-2xl font-semibold">{title}</h1>
      {children}
    </main>
  );
}
