import { words } from "@/components/words/words.ts";
import type { QueueFilter, Tab } from "@/lib/cases/queue.ts";
import { FilterFields } from "./filter-fields.tsx";

type Props = { filter: QueueFilter; tabs: readonly Tab[]; isOn: boolean };

/** What a list shows beside its tab, in the address: a form that only asks. */
export function FilterForm({ filter, tabs, isOn }: Props) {
  const { queue, types, verdicts, tabs: names } = words();
  return (
    <FilterFields
      filter={filter}
      isOn={isOn}
      said={queue.filter}
      tabs={tabs.map((tab) => [tab, names[tab]])}
      types={Object.entries(types)}
      verdicts={Object.entries(verdicts)}
    />
  );
}
