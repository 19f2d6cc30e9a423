import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { RelayDocument } from "@/lib/cases/relay-documents-view.ts";

type Props = { documents: RelayDocument[]; left: number; path: string };

/** The signed descriptors of the time shown, byte for byte, and where anybody finds the same ones. */
export function DocumentList({ documents, left, path }: Props) {
  if (documents.length === 0)
    return (
      <p className="text-sm">
        None of the time shown. Give the desk cached-descriptors of the relay, or its files from
        CollecTor: they prove to others what is said here.
      </p>
    );
  return (
    <>
      <ul className="flex flex-col gap-3 text-sm">
        {documents.map((document) => (
          <li key={document.sha256}>
            <a href={`${path}/documents/${document.sha256}`} download>
              Descriptor of <UtcTime at={document.publishedAt} />
            </a>{" "}
            <span className="opacity-80">
              {document.size} bytes, from {document.source}, signature checked when it was learnt
            </span>
            <details>
              <summary className="cursor-pointer opacity-80">
                Its sums, and where CollecTor has it
              </summary>
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
      {left > 0 ? (
        <p className="mt-3 text-sm">and {left} older ones: choose a shorter time to see them.</p>
      ) : null}
    </>
  );
}
