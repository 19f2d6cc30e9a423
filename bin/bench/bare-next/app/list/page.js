import { headers } from "next/headers";
import Link from "next/link";

const COLUMNS = ["case", "kind", "from", "relay", "target", "verdict", "state", "due"];

/** A list of 50 rows of 8 columns, made anew for each request, as plain as one can write it. */
export default async function List() {
  const host = (await headers()).get("host");
  const rows = Array.from({ length: 50 }, (_, n) => COLUMNS.map((name) => `${name} ${n} ${host}`));
  return (
    <table>
      <tbody>
        {rows.map(([first, ...more]) => (
          <tr key={first}>
            <td>
              <Link href={`/list?${first}`} prefetch={false}>
                {first}
              </Link>
            </td>
            {more.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
