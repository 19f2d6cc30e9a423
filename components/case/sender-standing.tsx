import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { ComplaintView } from "@/lib/cases/case.ts";
import { isProvidersAddress } from "@/lib/complaints/provider-sender.ts";
import type { SenderCheck, SenderStanding as Standing } from "@/lib/mail/sender-check.ts";

const LOOKS: Record<Standing, { tone: BadgeTone; sign: string }> = {
  authenticated: { tone: "good", sign: "✓" },
  unproven: { tone: "warning", sign: "?" },
  forged: { tone: "error", sign: "✕" },
  unchecked: { tone: "plain", sign: "–" },
};

/** Beside the sender: whether anything proves that the mail is from there, what that rests on, and how old it is. */
export function SenderStanding({ complaint }: { complaint: ComplaintView }) {
  const { sender } = complaint;
  const standing = sender?.standing ?? "unchecked";
  const caution = cautionAbout(complaint, standing);
  return (
    <div className="mt-1 flex flex-col gap-2 text-sm" data-standing={standing}>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Badge tone={LOOKS[standing].tone}>
          <span aria-hidden="true">{LOOKS[standing].sign}</span>
          {words().senders.standings[standing]}
        </Badge>
        <span className="min-w-0 [overflow-wrap:anywhere]">{sentence(sender)}</span>
      </p>
      {caution === null ? null : <Notice kind="warning">{caution}</Notice>}
      {sender === null ? null : <RestsOn check={sender} />}
    </div>
  );
}

function sentence(check: SenderCheck | null): string {
  const { says, unchecked } = words().senders;
  if (check === null) return unchecked.before;
  const { standing, domain, because } = check;
  if (standing === "unchecked") return unchecked[because ?? "off"];
  return domain === null ? says.nobody : fill(says[standing], { domain });
}

/** Who pretends to be a provider or an authority wants something done. */
function cautionAbout(complaint: ComplaintView, standing: Standing): string | null {
  const { type, innerType } = complaint.triage.classification;
  const texts = words().senders;
  if ([type, innerType].includes("law_enforcement"))
    return standing === "authenticated" ? texts.authorityProven : texts.authorityUnproven;
  return standing === "unchecked" ? null : cautionAboutProvider(complaint, standing);
}

function cautionAboutProvider({ triage, sender }: ComplaintView, standing: Standing) {
  const { message, wrapper } = triage.complaint;
  const texts = words().senders;
  const values = { provider: wrapper?.provider ?? "", domain: sender?.domain ?? "" };
  if (values.provider === "")
    return standing === "forged" ? fill(texts.forgedAnswer, values) : null;
  if (standing !== "authenticated") return fill(texts.providerUnproven, values);
  const isOwn =
    isProvidersAddress(values.provider, message.from?.address ?? "") ||
    isNamedAfter(values.provider, values.domain);
  return isOwn ? null : fill(texts.providerOther, values);
}

/** "Marigold" at marigold.example: the name claims nothing the domain does not say. */
function isNamedAfter(provider: string, domain: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, "");
  return plain(provider) !== "" && plain(provider) === plain(domain.split(".").at(-2) ?? "");
}

function RestsOn({ check }: { check: SenderCheck }) {
  const { doubts, by, at, isOpen } = check;
  const texts = words().senders;
  if (doubts.length === 0 && by === null && !isOpen) return null;
  return (
    <details>
      <summary className="cursor-pointer">{texts.restsOn}</summary>
      <ul className="mt-1 list-disc pl-5 [overflow-wrap:anywhere]">
        {doubts.map((doubt) => (
          <li key={doubt}>{texts.doubts[doubt]}</li>
        ))}
        <Found check={check} />
        {isOpen ? <li>{texts.open}</li> : null}
      </ul>
      {by === null || at === null ? null : (
        <p className="mt-1 opacity-80">
          {rich(by === "desk" ? texts.byDesk : texts.byServer, {
            when: <UtcTime at={at} />,
            server: by === "desk" ? "" : by.server,
          })}
        </p>
      )}
    </details>
  );
}

function Found({ check: { facts, policy, domain, by } }: { check: SenderCheck }) {
  const texts = words().senders;
  const lines = new Map(facts.map((fact) => [Object.values(fact).join(" "), fact]));
  const knowsSpf = facts.some(({ method }) => method === "spf");
  return (
    <>
      {[...lines].map(([key, fact]) => (
        <li key={key}>
          <code>{`${fact.method}=${fact.result}`}</code> {fact.domain}
        </li>
      ))}
      {policy === null || domain === null ? null : (
        <li>{rich(texts.policy, { domain, policy: <code>{policy}</code> })}</li>
      )}
      {by === "desk" && !knowsSpf ? <li>{texts.noSpf}</li> : null}
    </>
  );
}
