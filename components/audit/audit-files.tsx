import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";

/** Takes the whole log away. Posts, for it is written down. */
export function AuditFiles({ csrf }: { csrf: string }) {
  const { csv, json, check } = words().audit;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {[
          { file: "audit.csv", label: csv },
          { file: "audit.jsonl", label: json },
        ].map(({ file, label }) => (
          <form key={file} method="post" action={`/api/audit/${file}`}>
            <input type="hidden" name="csrf" value={csrf} />
            <Button>{label}</Button>
          </form>
        ))}
      </div>
      <p className="max-w-prose text-sm">{check}</p>
    </div>
  );
}
