import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { words } from "@/components/words/words.ts";
import type { Rule } from "@/lib/rules/rule-store.ts";
import type { Tried } from "@/lib/rules/try-rule-store.ts";
import { ruleSentence } from "./rule-sentence.ts";
import { TriedCases } from "./tried-cases.tsx";

export type RuleActions = { tryOut: ErrorAction; turn: ErrorAction; remove: ErrorAction };
type Props = {
  rule: Rule;
  /** What it would have done; null when nobody asked. */
  tried: Tried | null;
  csrf: string;
  mayChange: boolean;
  actions: RuleActions;
};

/** One standing order: what it says, whether it works, and what it would have done. */
export function RuleCard({ rule, tried, csrf, mayChange, actions }: Props) {
  return (
    <Card title={rule.terms.name} aside={<RuleState rule={rule} />}>
      <p className="max-w-prose">{ruleSentence(rule.terms)}</p>
      {tried ? <TriedCases tried={tried} /> : null}
      {mayChange ? <RuleButtons rule={rule} csrf={csrf} actions={actions} /> : null}
    </Card>
  );
}

function RuleButtons({ rule, csrf, actions }: Pick<Props, "rule" | "csrf" | "actions">) {
  const hidden = { csrf, ruleId: rule.id };
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <ActionForm action={actions.tryOut} hidden={hidden} inline>
        <Button>{words().rules.try}</Button>
      </ActionForm>
      {rule.isOn || rule.isTried ? (
        <ActionForm
          action={actions.turn}
          hidden={{ ...hidden, isOn: rule.isOn ? "no" : "yes" }}
          inline
        >
          <Button look={rule.isOn ? "plain" : "primary"}>
            {rule.isOn ? words().rules.off : words().rules.on}
          </Button>
        </ActionForm>
      ) : null}
      <a className="btn btn-ghost btn-sm" href={`/rules?change=${rule.id}`}>
        {words().rules.change}
      </a>
      <ActionForm action={actions.remove} hidden={hidden} inline>
        <Button look="link">{words().rules.remove}</Button>
      </ActionForm>
    </div>
  );
}

function RuleState({ rule }: { rule: Rule }) {
  if (rule.isOn) return <Badge tone="good">{words().rules.works}</Badge>;
  return <Badge>{rule.isTried ? words().rules.isOff : words().rules.notTried}</Badge>;
}
