import type { ReactNode } from "react";

export type BadgeTone = "plain" | "good" | "info" | "warning" | "error";
const CLASSES: Record<BadgeTone, string> = {
  plain: "border-base-content/30",
  good: "border-success text-success",
  info: "border-info text-info",
  warning: "border-warning text-warning",
  error: "border-error text-error",
};

/** A short word in a frame. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-selector border px-1.5 py-0.5 text-xs font-medium whitespace-nowrap ${CLASSES[tone]}`}
    >
      {children}
    </span>
  );
}
