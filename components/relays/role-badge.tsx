import { Badge } from "@/components/ui/badge.tsx";
import { words } from "@/components/words/words.ts";
import type { RelayRow } from "@/lib/relays/relay-row-view.ts";

/** Whether the newest policy known lets anything out. */
export function RoleBadge({ role }: { role: RelayRow["role"] }) {
  if (role === "exit") return <Badge tone="info">{words().relays.exit}</Badge>;
  if (role === "non-exit") return <Badge>{words().relays.noExit}</Badge>;
  return <Badge tone="warning">{words().relays.unknownPolicy}</Badge>;
}
