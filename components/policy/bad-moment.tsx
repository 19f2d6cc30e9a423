import { Notice } from "@/components/ui/notice.tsx";

/** What was typed is no moment. */
export function BadMoment({ text }: { text: string }) {
  return (
    <Notice kind="error">"{text}" is not a date such as 2026-09-15 or 2026-09-15 04:00.</Notice>
  );
}
