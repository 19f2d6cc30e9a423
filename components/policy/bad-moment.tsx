import { Notice } from "@/components/ui/notice.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";

/** What was typed is no moment. */
export function BadMoment({ text }: { text: string }) {
  return <Notice kind="error">{rich(words().policy.badMoment, { text })}</Notice>;
}
