import type { ReactNode } from "react";

export type BadgeTone = "plain" | "good" | "info" | "warning" | "error";

/** A short word in a frame. Its looks are in globals.css: a page of the queue has two hundred. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={tone === "plain" ? "chip" : `chip chip-${tone}`}>{children}</span>;
}
