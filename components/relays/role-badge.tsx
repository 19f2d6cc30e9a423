import { Badge } from "@/components/ui/badge.tsx";
import type { RelayRow } from "@/lib/relays/relay-row-view.ts";

/** Whether the newest policy known lets anything out. */
export function RoleBadge({ role }: { role: RelayRow["role"] }) {
  if (role === "exit") return <Badge tone="info">exit</Badge>;
  if (role === "non-exit") return <Badge>no exit</Badge>;
  return <Badge tone="warning">policy not known</Badge>;
}
