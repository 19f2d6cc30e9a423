import { z } from "zod";
import { NoProof } from "@/components/rules/no-proof.tsx";
import { RuleCard } from "@/components/rules/rule-card.tsx";
import { RuleForm } from "@/components/rules/rule-form.tsx";
import { RuleRuns } from "@/components/rules/rule-runs.tsx";
import { StopAll } from "@/components/rules/stop-all.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { canManageRules, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { NEVER_BY_RULE } from "@/lib/rules/rule.ts";
import { areRulesStopped, listRules, listRuns } from "@/lib/rules/rule-store.ts";
import { replayRule } from "@/lib/rules/try-rule-store.ts";
import { readSenderTrust } from "@/lib/senders/sender-trust-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import {
  removeRuleAction,
  saveRuleAction,
  stopRulesAction,
  tryRuleAction,
  turnRuleAction,
} from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.rules);

const which = z.uuid().optional().catch(undefined);
const input = z.object({ change: which, tried: which, saved: which });
const RUNS = 20;
const ACTIONS = { tryOut: tryRuleAction, turn: turnRuleAction, remove: removeRuleAction };

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const rules = await listRules(db);
  const changed = rules.find(({ id }) => id === asked.change) ?? null;
  const tried = asked.tried ? await replayRule(db, asked.tried, now) : null;
  const mayChange = canManageRules(viewer);
  return (
    <DeskPage room="rules" viewer={viewer} csrf={csrf}>
      <PageTitle>{words().nav.rules}</PageTitle>
      <div className="flex flex-col gap-4">
        <p className="max-w-prose">{words().rules.about}</p>
        <StopAll
          stopped={await areRulesStopped(db)}
          any={rules.length > 0}
          csrf={csrf}
          action={mayChange ? stopRulesAction : null}
        />
        <NoProof
          isShown={rules.length > 0}
          trust={await readSenderTrust(db)}
          mayChange={mayChange}
        />
        {asked.saved ? <Notice kind="good">{words().rules.saved}</Notice> : null}
        {rules.map((rule) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            tried={rule.id === asked.tried ? tried : null}
            csrf={csrf}
            mayChange={mayChange}
            actions={ACTIONS}
          />
        ))}
        {rules.length === 0 ? <Notice kind="info">{words().rules.none}</Notice> : null}
        {mayChange ? (
          <Card
            title={
              changed
                ? fill(words().rules.changeOne, { name: changed.terms.name })
                : words().rules.add
            }
          >
            <RuleForm
              words={words().rules.form}
              key={changed?.id ?? "new"}
              ruleId={changed?.id ?? ""}
              values={valuesOf(changed?.terms ?? {})}
              types={choices(words().types).filter(
                ({ value }) => !(NEVER_BY_RULE as readonly string[]).includes(value),
              )}
              verdicts={choices(words().verdicts)}
              csrf={csrf}
              action={saveRuleAction}
            />
          </Card>
        ) : null}
        <RuleRuns runs={await listRuns(db, RUNS)} />
      </div>
    </DeskPage>
  );
});

function choices(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function valuesOf(terms: object): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(terms).map(([name, value]) => [name, [value].flat().map(String)]),
  );
}
