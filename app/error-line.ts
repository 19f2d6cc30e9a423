import { type Refusal, refuse } from "@/lib/accounts/refusal.ts";
import { type StorageFault, storageFault } from "@/lib/db/storage-fault.ts";

/** Faults of the machine the operator can mend. */
const MENDABLE: Record<StorageFault, string> = {
  full: "The disk of the desk is full. Free some space and repeat; nothing was changed.",
  "read-only":
    "The desk's database cannot be written to. Check the owner and the rights of DATA_DIR; nothing was changed.",
  busy: "The desk is busy with another change. Repeat in a moment; nothing was changed.",
  broken:
    "The disk of the desk reports errors; nothing was changed. Check the disk and your backup, then run 'npx exitdesk doctor'.",
};

/** One line for people about a surprise. Never the error's own words: they may hold parts of somebody's mail. */
export function errorLine(error: unknown, incident: string): Refusal {
  const fault = storageFault(error);
  return fault
    ? refuse(fault, MENDABLE[fault])
    : refuse(
        "failed",
        "The desk failed at this (incident {incident}); nothing was changed. Its log has the kind of error; 'npx exitdesk doctor' checks the rest.",
        { incident },
      );
}
