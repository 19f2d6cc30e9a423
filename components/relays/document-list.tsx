import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { RelayDocument } from "@/lib/cases/relay-documents-view.ts";

type Props = { documents: RelayDocument[]; left: number; path: string };

/** The signed descriptors of the time shown, byte for byte, and where anybody finds the same ones. */
export function DocumentList({ documents, left, path }: Props) {
  if (documents.length === 0) return <p className="text-sm">{words().relays.noDocuments}</p>;
  return (
    <>
      <ul className="flex flex-col gap-3 text-sm">
        {documents.map((document) => (
          <li key={document.sha256}>
            <a href={`${path}/documents/${document.sha256}`} download>
              {rich(words().relays.descriptorOf, { when: <UtcTime at={document.publishedAt} /> })}
            </a>{" "}
            <span className="opacity-80">
              {rich(words().relays.documentFrom, { size: document.size, source: document.source })}
            </span>
            <details>
              <summary className="cursor-pointer opacity-80">{words().relays.sums}</summary>
              <dl className="mt-1 grid gap-x-3 text-xs sm:grid-cols-[6rem_1fr]">
                <dt>SHA-256</dt>
                <dd className="mono break-all">{document.sha256}</dd>
                {document.digest === null ? null : (
                  <>
                    <dt>SHA-1</dt>
                    <dd className="mono break-all">{document.digest}</dd>
                  </>
                )}
                {document.archive === null ? null : (
                  <>
                    <dt>CollecTor</dt>
                    <dd className="mono break-all">
                      {document.archive.file}: {document.archive.member}
                    </dd>
                  </>
                )}
              </dl>
            </details>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="mt-3 text-sm">{rich(words().relays.olderOnes, { left })}</p> : null}
    </>
  );
}
