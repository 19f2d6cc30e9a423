import { cookies } from "next/headers";
import { LOOKS, type Look } from "@/components/look/looks.ts";

type Chosen = { look: Look; allKeys: boolean };

/** Nothing secret and nothing to plant: how pages look in this browser, and whether single keys act. */
const LOOK = "exitdesk-look";
const KEYS = "exitdesk-keys";
const YEAR_SECONDS = 365 * 24 * 3600;

export async function chosenLook(): Promise<Chosen> {
  const jar = await cookies();
  const look = LOOKS.find((one) => one === jar.get(LOOK)?.value) ?? "system";
  return { look, allKeys: jar.get(KEYS)?.value !== "off" };
}

/** Only in an action. */
export async function keepLook({ look, allKeys }: Chosen): Promise<void> {
  const jar = await cookies();
  const lasting = { httpOnly: true, sameSite: "lax", path: "/", maxAge: YEAR_SECONDS } as const;
  jar.set(LOOK, look, lasting);
  jar.set(KEYS, allKeys ? "on" : "off", lasting);
}
