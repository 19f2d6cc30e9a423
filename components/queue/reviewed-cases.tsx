import { words } from "@/components/words/words.ts";
import type { ReviewedCase } from "@/lib/cases/review-bulk.ts";

type Props = {
  cases: ReviewedCase[];
  title: string;
  /** What the second column tells of each case. */
  column: string;
};

/** Every case it is about with what is its own; scrolls by itself, so that the form stays near. */
export function ReviewedCases({ cases, title, column }: Props) {
  return (
    <section>
      <h2 className="mb-2 font-semibold">{title}</h2>
      <div className="max-h-96 overflow-y-auto rounded-box border border-base-300 bg-base-100">
        <table className="w-full table-fixed text-left text-sm [&_:is(td,th)]:px-3 [&_:is(td,th)]:py-1.5 [&_:is(td,th)]:align-top [&_:is(td,th)]:[overflow-wrap:anywhere] [&_tbody]:divide-y [&_tbody]:divide-base-300">
          <thead className="border-b border-base-300">
            <tr>
              <th scope="col" className="w-28">
                {words().queue.bulk.case}
              </th>
              <th scope="col">{column}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map(({ of, facts }) => (
              <tr key={of.row.id}>
                <td>
                  <a className="link font-mono" href={`/cases/${of.row.id}`}>
                    {of.row.ref}
                  </a>
                </td>
                <td>{facts.join(" · ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
