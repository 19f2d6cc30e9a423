import { networkText, type Region } from "@/lib/exit-policy/policy-difference.ts";

const SHOWN = 12;
/** Beyond this the exceptions are fewer words than the networks. */
const MOST = 0.5;

/** Ports and addresses in words: the networks, or for nearly all addresses those that are not meant. */
export function RegionWords({ region }: { region: Region }) {
  const { family, ports, networks, others, share } = region;
  const many = ports.length > 1 || ports[0]?.min !== ports[0]?.max;
  const where = share > MOST ? `every IPv${family} address` : null;
  return (
    <>
      {many ? "Ports" : "Port"} <code className="break-words">{portText(region)}</code> for{" "}
      {where ?? <Networks all={networks.map(networkText)} />}
      {where !== null && others.length > 0 ? (
        <>
          , but for <Networks all={others.map(networkText)} />, where nothing changes
        </>
      ) : null}
    </>
  );
}

function portText({ ports }: Region): string {
  const all = ports.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`));
  if (all[0] === "1-65535") return "all";
  const more = all.length - 2 * SHOWN;
  return all.slice(0, 2 * SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function Networks({ all }: { all: readonly string[] }) {
  const more = all.length - SHOWN;
  return (
    <>
      <code className="break-words">{all.slice(0, SHOWN).join(", ")}</code>
      {more > 0 ? ` and ${more} more networks` : ""}
    </>
  );
}
