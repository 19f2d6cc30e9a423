import Link from "next/link";
import { Card } from "@/components/ui/card.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { plural, words } from "@/components/words/words.ts";
import type { CountedMitigations } from "@/lib/reports/mitigations-in-force-store.ts";

/** The lines that stand in policies because of complaints. */
export function MitigationsCard({ inForce, begun, ended }: CountedMitigations) {
  const texts = words().reports.mitigations;
  return (
    <Card
      title={texts.title}
      aside={
        <Link href="/mitigations" prefetch={false} className="link">
          {texts.link}
        </Link>
      }
    >
      <p>
        {plural(inForce.length, texts.inForce)} {fill(texts.inPeriod, { begun, ended })}
      </p>
      {inForce.length === 0 ? null : (
        <table className="table table-sm mt-2">
          <thead>
            <tr>
              <th scope="col">{texts.lines}</th>
              <th scope="col">{texts.relays}</th>
              <th scope="col">{texts.until}</th>
            </tr>
          </thead>
          <tbody>
            {inForce.map(({ lines, relays, expiresAt }) => (
              <tr key={`${lines.join()} ${relays.join()} ${expiresAt}`}>
                <td className="mono break-all">{lines.join(", ")}</td>
                <td className="break-words">{relays.join(", ")}</td>
                <td>
                  <UtcTime at={expiresAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
