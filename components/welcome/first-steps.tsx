import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { words } from "@/components/words/words.ts";
import type { FirstRunState } from "@/lib/cases/first-run-store.ts";

/** What a new desk still lacks, in the order that makes sense, and a way to look round first. */
export function FirstSteps({ state, sample }: { state: FirstRunState; sample: ReactNode }) {
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Step done={state.hasRelay} title={words().welcome.addRelay} href="/relays">
        {words().welcome.relayText}
      </Step>
      <Step done={state.hasMailbox} title={words().welcome.addMailbox} href="/mailboxes">
        {words().welcome.mailboxText}
      </Step>
      <Step done={state.hasName} title={words().welcome.signTitle} href="/settings">
        {words().welcome.signText}
      </Step>
      <section className="rounded-box border border-base-300 p-4">
        <h2 className="font-semibold">{words().welcome.lookRound}</h2>
        <p className="my-2">{words().welcome.sampleText}</p>
        {sample}
      </section>
    </div>
  );
}

function Step({
  done,
  title,
  href,
  children,
}: {
  done: boolean;
  title: string;
  href: string;
  children: ReactNode;
}) {
  return (
    <section className="rounded-box border border-base-300 p-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <a href={href}>{title}</a>
        {done ? <Badge tone="good">{words().welcome.done}</Badge> : null}
      </h2>
      <p className="mt-1">{children}</p>
    </section>
  );
}
