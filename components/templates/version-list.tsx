import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";

type Version = { version: number; how: string; by: string; at: number; text: string | null };
type Props = {
  templateKey: string;
  versions: Version[];
  seen: number;
  csrf: string;
  /** Null for those who may only look. */
  restore: ErrorAction | null;
};

function ways(): Record<string, string> {
  return {
    saved: words().templates.savedHow,
    imported: words().templates.imported,
    removed: words().templates.takenAway,
  };
}

/** Who changed the template when, newest first. */
export function VersionList({ templateKey, versions, seen, csrf, restore }: Props) {
  if (versions.length === 0) return <p>{words().templates.nobody}</p>;
  return (
    <ol className="flex flex-col gap-2">
      {versions.map(({ version, how, by, at, text }) => (
        <li key={version} className="flex flex-wrap items-center gap-3" data-version={version}>
          <span>
            {rich(words().templates.version, {
              strong: <strong className="font-semibold">v{version}</strong>,
              how: said(how),
              by,
              when: <UtcTime at={at} />,
            })}
          </span>
          {restore && text !== null && version !== seen ? (
            <ActionForm action={restore} hidden={{ csrf, key: templateKey, seen, version }} inline>
              <Button look="link">{rich(words().templates.restore, { version })}</Button>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function said(how: string): string {
  const [word = "", version] = how.split(":");
  return version ? fill(words().templates.restoredFrom, { version }) : (ways()[word] ?? word);
}
