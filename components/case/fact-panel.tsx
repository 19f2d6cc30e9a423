import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { FactView } from "@/lib/cases/fact-view.ts";
import { FactValue, utcText } from "./fact-list.tsx";
import { factLabel, markId, panelId } from "./highlights.ts";

export type FactFormProps = {
  action: ErrorAction;
  hidden: Record<string, string | number>;
};

/**
 * One fact: what it is, who says so, and the ways to correct it. Shown beside its mark; without scripts it opens under the
 * list of facts, where the mark leads. `form` null: the viewer may read only.
 */
export function FactPanel({
  fact,
  n,
  form,
}: {
  fact: FactView;
  n: number;
  form: FactFormProps | null;
}) {
  return (
    <section
      id={panelId(n)}
      popover="auto"
      aria-label={`${factLabel(fact)}: ${fact.value}`}
      className="fact-panel"
    >
      <h3 className="flex flex-wrap items-baseline justify-between gap-2 text-sm font-semibold">
        {factLabel(fact)}
        <Badge>
          {fact.by ? fill(words().casePage.saidBy, { by: fact.by }) : words().casePage.readByDesk}
        </Badge>
      </h3>
      <p className="mt-1 text-sm break-words">
        <FactValue fact={fact} />
        {fact.was ? (
          <span className="opacity-80">
            {rich(words().casePage.deskHadRead, { was: fact.was })}
          </span>
        ) : null}
      </p>
      {form ? <FactForm fact={fact} n={n} {...form} /> : null}
      {fact.places.length > 0 ? (
        <p className="mt-2 text-sm">
          <a href={`#${markId(n)}`}>{words().casePage.whereInMail}</a>
        </p>
      ) : null}
    </section>
  );
}

function FactForm({ fact, n, action, hidden }: FactFormProps & { fact: FactView; n: number }) {
  const fixed = { ...hidden, field: fact.field, from: fact.isOpen ? "" : fact.value };
  return (
    <div className="mt-3">
      <ActionForm action={action} hidden={fixed}>
        {fact.field === "protocol" ? (
          <Select
            id={`value-${n}`}
            name="to"
            label={words().casePage.whatItIs}
            defaultValue={fact.value}
            options={[...PROTOCOLS, { value: "unknown", label: words().casePage.notKnown }]}
          />
        ) : (
          <Field
            id={`value-${n}`}
            name="to"
            label={words().casePage.whatItIs}
            hint={words().factHints[fact.field]}
            defaultValue={editable(fact)}
            maxLength={300}
            autoComplete="off"
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Choices fact={fact} />
        </div>
      </ActionForm>
    </div>
  );
}

const PROTOCOLS = [
  { value: "tcp", label: "TCP" },
  { value: "udp", label: "UDP" },
  { value: "icmp", label: "ICMP" },
];
/** "Is this ours or theirs?" */
const OTHER_SIDE = {
  accused: { kind: "destination", label: "isTheirs" },
  destination: { kind: "accused", label: "isOurs" },
  destinationPort: { kind: "ownPort", label: "isOurSide" },
  ownPort: { kind: "destinationPort", label: "isTheirSide" },
} as const;

function Choices({ fact }: { fact: FactView }) {
  const { field, isOpen } = fact;
  const other = field in OTHER_SIDE ? OTHER_SIDE[field as keyof typeof OTHER_SIDE] : null;
  if (isOpen && field === "destination")
    return (
      <>
        <Button name="kind" value="accused">
          {words().casePage.isOurs}
        </Button>
        <Button name="kind" value="destination">
          {words().casePage.isTheirs}
        </Button>
      </>
    );
  if (isOpen)
    return (
      <Button name="kind" value={field}>
        {words().casePage.happenedThen}
      </Button>
    );
  return (
    <>
      <Button name="kind" value={field}>
        {words().casePage.correctThis}
      </Button>
      {other ? (
        <Button name="kind" value={other.kind}>
          {words().casePage[other.label]}
        </Button>
      ) : null}
      {LASTING.has(field) ? null : (
        <Button name="kind" value="none">
          {field === "eventTime" ? words().casePage.nothingThen : words().casePage.noSuchThing}
        </Button>
      )}
    </>
  );
}

/** Every mail has a language. */
const LASTING: ReadonlySet<string> = new Set(["language", "originalLanguage", "protocol"]);

/** A time in the form one can correct: the instant in UTC, else the mail's own words. */
function editable({ value, time }: FactView): string {
  return time?.at == null ? value : utcText(time.at);
}
