import type { ErrorAction } from "@/components/ui/action-form.tsx";

/** What every correction of a mail is sent with. */
export type FactFormProps = { action: ErrorAction; hidden: Record<string, string | number> };
