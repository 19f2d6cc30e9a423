import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import { networkText, type Region } from "@/lib/exit-policy/policy-difference.ts";

const SHOWN = 12;
/** Beyond this the exceptions are fewer words than the networks. */
const MOST = 0.5;

/** Ports and addresses in words: the networks, or for nearly all addresses those that are not meant. */
export function RegionWords({ region }: { region: Region }) {
  const { family, ports, networks, others, share } = region;
  const many = ports.length > 1 || ports[0]?.min !== ports[0]?.max;
  const where = share > MOST ? fill(words().policy.everyAddress, { family }) : null;
  return (
    <>
      {rich(many ? words().policy.portsFor : words().policy.portFor, {
        code: <code className="break-words">{portText(region)}</code>,
        where: where ?? <Networks all={networks.map(networkText)} />,
        except:
          where !== null && others.length > 0
            ? rich(words().policy.except, { networks: <Networks all={others.map(networkText)} /> })
            : "",
      })}
    </>
  );
}

function portText({ ports }: Region): string {
  const all = ports.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`));
  if (all[0] === "1-65535") return words().policy.allPorts;
  const more = all.length - 2 * SHOWN;
  return (
    all.slice(0, 2 * SHOWN).join(", ") +
    (more > 0 ? fill(words().policy.andMorePorts, { more }) : "")
  );
}

function Networks({ all }: { all: readonly string[] }) {
  const more = all.length - SHOWN;
  return (
    <>
      <code className="break-words">{all.slice(0, SHOWN).join(", ")}</code>
      {more > 0 ? fill(words().policy.andMoreNetworks, { more }) : ""}
    </>
  );
}
