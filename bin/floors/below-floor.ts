import type { VersionFloor } from "./version-floors.ts";

/** What of package-lock.json is looked at: the keys are places such as `node_modules/a/node_modules/b`. */
export type LockFile = { packages: Record<string, { version?: string; integrity?: string }> };

/** Every copy in the tree that is older than its floor, nested ones too, each as one line that says where and why. */
export function belowFloor(lock: LockFile, floors: readonly VersionFloor[]): string[] {
  return Object.entries(lock.packages).flatMap(([place, { version }]) => {
    const floor = floors.find(({ name }) => `/${place}`.endsWith(`/node_modules/${name}`));
    if (floor === undefined || (version !== undefined && isAtLeast(version, floor.floor)))
      return [];
    return [
      `${place} is ${version ?? "without a version"}, below ${floor.floor}: ${floor.advisory} (${floor.because})`,
    ];
  });
}

/** Compares `1.2.3`; a pre-release such as `2.0.0-rc.1` comes before its release (semver.org, 11). */
export function isAtLeast(version: string, floor: string): boolean {
  const [core = "", pre] = version.split("+", 1)[0]?.split(/-(.*)/s) ?? [];
  const given = core.split(".").map(Number);
  const wanted = floor.split(".").map(Number);
  for (const [place, number] of wanted.entries()) {
    const here = given[place] ?? 0;
    if (here !== number) return here > number;
  }
  return pre === undefined;
}
