import type { Words } from "@/components/words/words.ts";

type Props = { words: Words["accounts"]["codes"]; codes: string[] };

/** Ten codes to write down. */
export function RecoveryCodes({ words, codes }: Props) {
  return (
    <div className="flex flex-col gap-4" role="status">
      <h3 className="font-semibold">{words.recoveryTitle}</h3>
      <p>{words.recoveryText}</p>
      <ul className="mono grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div>
        <a className="btn btn-primary" href="/security">
          {words.recoveryDone}
        </a>
      </div>
    </div>
  );
}
