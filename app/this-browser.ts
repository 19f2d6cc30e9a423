import { headers } from "next/headers";
import { browserName } from "@/lib/accounts/browser-name.ts";
import { passkeySite } from "@/lib/accounts/passkey-site.ts";
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

/** Where this browser is, as a passkey is bound to it; the wrapper found its Origin to be this desk's. */
export async function thisSite(): Promise<ReturnType<typeof passkeySite>> {
  return passkeySite((await headers()).get("origin") ?? "");
}

/** The address this browser reaches the desk by, as far as its request tells: for a link the owner passes on. */
export async function deskAddress(): Promise<string> {
  const sent = await headers();
  const scheme =
    sent.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https" ? "https" : "http";
  return `${scheme}://${sent.get("host") ?? ""}`;
}
