import { cruise } from "dependency-cruiser";
import extractDepcruiseConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { expect, test } from "vitest";

type Summary = {
  totalCruised: number;
  violations: { rule: { name: string }; from: string; to: string }[];
};

test("rooms import only what the table allows", { timeout: 60_000 }, async () => {
  const { forbidden = [], options } = await extractDepcruiseConfig("./.dependency-cruiser.mjs");
  const result = await cruise(
    ["lib", "app", "components"],
    { ...options, ruleSet: { forbidden }, validate: true },
    undefined,
    { tsConfig: extractTSConfig("./tsconfig.json") },
  );
  const { summary } = result.output as unknown as { summary: Summary };
  // A cruise that reads no module passes every rule; see architecture.md, "Facts found by trying".
  expect(summary.totalCruised).toBeGreaterThan(15);
  expect(summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`)).toEqual([]);
});
