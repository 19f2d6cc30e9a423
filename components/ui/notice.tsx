import type { ReactNode } from "react";

export type NoticeKind = "good" | "info" | "warning" | "error";
const CLASSES: Record<NoticeKind, string> = {
  good: "border-success",
  info: "border-info",
  warning: "border-warning",
  error: "border-error",
};

/** A calm box with a coloured edge; the words carry the meaning. Errors are announced to screen readers. */
export function Notice({ kind, children }: { kind: NoticeKind; children: ReactNode }) {
  return (
    <div
      role={kind === "error" ? "alert" : "status"}
      className={`rounded-box border border-l-4 bg-base-100 px-4 py-3 ${CLASSES[kind]}`}
    >
      {children}
    </div>
  );
}
