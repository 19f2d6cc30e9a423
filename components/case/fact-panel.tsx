import { ActionForm } from "@/components/ui/action-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { fill } from "@/components/words/fill.ts";
import type { FactFormProps } from "./fact-form-props.ts";
import { markId, panelId } from "./fact-ids.ts";
import { FactValue } from "./fact-value.tsx";
import type { FactWords, ShownFact } from "./shown-facts.ts";

type Props = { fact: ShownFact; n: number; said: FactWords; form: FactFormProps | null };

/**
 * One fact: what it is, who says so, and the ways to correct it. Shown beside its mark; without scripts it opens under the
 * list of facts, where the mark leads. `form` null: the viewer may read only.
 */
export function FactPanel({ fact, n, said, form }: Props) {
  return (
    <section
      id={panelId(n)}
      popover="auto"
      aria-label={`${fact.label}: ${fact.value}`}
      className="fact-panel"
    >
      <h3 className="flex flex-wrap items-baseline justify-between gap-2 text-sm font-semibold">
        {fact.label}
        <Badge>{fact.by ? fill(said.saidBy, { by: fact.by }) : said.readByDesk}</Badge>
      </h3>
      <p className="mt-1 text-sm break-words">
        <FactValue fact={fact} />
        {fact.was ? (
          <span className="opacity-80">{fill(said.deskHadRead, { was: fact.was })}</span>
        ) : null}
      </p>
      {form ? <FactForm fact={fact} n={n} said={said} {...form} /> : null}
      {fact.isPlaced ? (
        <p className="mt-2 text-sm">
          <a href={`#${markId(n)}`}>{said.whereInMail}</a>
        </p>
      ) : null}
    </section>
  );
}

type FormProps = FactFormProps & Omit<Props, "form">;

function FactForm({ fact, n, said, action, hidden }: FormProps) {
  const fixed = { ...hidden, field: fact.field, from: fact.isOpen ? "" : fact.value };
  return (
    <div className="mt-3">
      <ActionForm action={action} hidden={fixed}>
        {fact.field === "protocol" ? (
          <Select
            id={`value-${n}`}
            name="to"
            label={said.whatItIs}
            defaultValue={fact.value}
            options={[...PROTOCOLS, { value: "unknown", label: said.notKnown }]}
          />
        ) : (
          <Field
            id={`value-${n}`}
            name="to"
            label={said.whatItIs}
            hint={said.hints[fact.field]}
            defaultValue={fact.editable}
            maxLength={300}
            autoComplete="off"
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Choices fact={fact} said={said} />
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

function Choices({ fact, said }: Pick<Props, "fact" | "said">) {
  const { field, isOpen } = fact;
  const other = field in OTHER_SIDE ? OTHER_SIDE[field as keyof typeof OTHER_SIDE] : null;
  if (isOpen && field === "destination")
    return (
      <>
        <Button name="kind" value="accused">
          {said.isOurs}
        </Button>
        <Button name="kind" value="destination">
          {said.isTheirs}
        </Button>
      </>
    );
  if (isOpen)
    return (
      <Button name="kind" value={field}>
        {said.happenedThen}
      </Button>
    );
  return (
    <>
      <Button name="kind" value={field}>
        {said.correctThis}
      </Button>
      {other ? (
        <Button name="kind" value={other.kind}>
          {said[other.label]}
        </Button>
      ) : null}
      {LASTING.has(field) ? null : (
        <Button name="kind" value="none">
          {field === "eventTime" ? said.nothingThen : said.noSuchThing}
        </Button>
      )}
    </>
  );
}

/** Every mail has a language. */
const LASTING: ReadonlySet<string> = new Set(["language", "originalLanguage", "protocol"]);
