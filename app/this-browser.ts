import { headers } from "next/headers";
import { browserName } from "@/lib/accounts/browser-name.ts";
import type { SignedIn } from "@/lib/accounts/sign-in.ts";
import {
  clearHalfCookie,
  deviceToken,
  setDeviceCookie,
  setSessionCookie,
} from "./session-cookie.ts";

/** What a sign-in asks of the browser it comes from. */
export async function thisBrowser(): Promise<{ deviceToken: string | null; agent: string }> {
  const agent = browserName((await headers()).get("user-agent"));
  return { deviceToken: await deviceToken(), agent };
}

/** The browser gets its session; what it brought before serves no more. Only in an action. */
export async function letIn({ token, deviceToken }: SignedIn): Promise<void> {
  await setSessionCookie(token);
  if (deviceToken) await setDeviceCookie(deviceToken);
  await clearHalfCookie();
}

/** The address this browser reaches the desk by, as far as its request tells: for a link the owner passes on. */
export async function deskAddress(): Promise<string> {
  const sent = await headers();
  const scheme =
    sent.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https" ? "https" : "http";
  return `${scheme}://${sent.get("host") ?? ""}`;
}
