import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";

type Version = { version: number; how: string; by: string; at: number; text: string | null };
type Props = {
  templateKey: string;
  versions: Version[];
  seen: number;
  csrf: string;
  /** Null for those who may only look. */
  restore: ErrorAction | null;
};

const HOW: Record<string, string> = {
  saved: "saved",
  imported: "imported from a library",
  removed: "taken away: the shipped one serves",
};

/** Who changed the template when, newest first. */
export function VersionList({ templateKey, versions, seen, csrf, restore }: Props) {
  if (versions.length === 0) return <p>Nobody has changed it.</p>;
  return (
    <ol className="flex flex-col gap-2">
      {versions.map(({ version, how, by, at, text }) => (
        <li key={version} className="flex flex-wrap items-center gap-3" data-version={version}>
          <span>
            <strong className="font-semibold">v{version}</strong> {said(how)} by {by},{" "}
            <UtcTime at={at} />
          </span>
          {restore && text !== null && version !== seen ? (
            <ActionForm action={restore} hidden={{ csrf, key: templateKey, seen, version }} inline>
              <Button look="link">Restore v{version}</Button>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function said(how: string): string {
  const [word = "", version] = how.split(":");
  return version ? `restored from v${version}` : (HOW[word] ?? word);
}
