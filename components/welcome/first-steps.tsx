import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import type { FirstRunState } from "@/lib/cases/first-run-store.ts";

/** What a new desk still lacks, in the order that makes sense, and a way to look round first. */
export function FirstSteps({ state, sample }: { state: FirstRunState; sample: ReactNode }) {
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Step done={state.hasRelay} title="Add a relay" href="/relays">
        Paste its descriptor or its torrc. The desk checks every complaint against it.
      </Step>
      <Step done={state.hasMailbox} title="Add a mailbox" href="/mailboxes">
        Where complaints come in and answers go out. Nothing is deleted or marked as read on the
        server.
      </Step>
      <Step done={state.hasName} title="Say how letters are signed" href="/settings">
        Your name, and where your counsel is reached when the police write. Until then every letter
        has a gap for the signature.
      </Step>
      <section className="rounded-box border border-base-300 p-4">
        <h2 className="font-semibold">Or look round first</h2>
        <p className="my-2">
          The sample mailbox has 60 complaints of every kind, in several languages, about two sample
          relays. They are invented, and their letters go to addresses nobody has.
        </p>
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
        {done ? <Badge tone="good">done</Badge> : null}
      </h2>
      <p className="mt-1">{children}</p>
    </section>
  );
}
