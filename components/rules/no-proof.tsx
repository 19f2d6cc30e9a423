import { Notice } from "@/components/ui/notice.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import { checksSenders, type SenderTrust } from "@/lib/senders/sender-trust.ts";

type Props = {
  /** There are rules that could wait. */
  isShown: boolean;
  trust: SenderTrust;
  /** The viewer may say how senders are checked. */
  mayChange: boolean;
};

/** Rules that send wait for a way to find out who mail is from. */
export function NoProof({ isShown, trust, mayChange }: Props) {
  if (!isShown || checksSenders(trust)) return null;
  const { noRules, title } = words().senders;
  const link = mayChange ? <a href="/settings/senders">{title}</a> : title;
  return <Notice kind="warning">{rich(noRules, { link })}</Notice>;
}
