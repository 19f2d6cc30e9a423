import { cookies, headers } from "next/headers";
import { SECURE_PREFIX, SESSION } from "./session-names.ts";

const DEVICE = "exitdesk-device";
const HALF = "exitdesk-half";
const LANGUAGE = "exitdesk-language";
const DEVICE_SECONDS = 400 * 24 * 3600;
const HALF_SECONDS = 600;

/** The session token this browser brought, or null. */
export async function sessionToken(): Promise<string | null> {
  return await readCookie(SESSION);
}

/** The token of a browser that signed in before, or null. */
export async function deviceToken(): Promise<string | null> {
  return await readCookie(DEVICE);
}

/** The language chosen in this browser before signing in, or null. */
export async function chosenLanguage(): Promise<string | null> {
  return await readCookie(LANGUAGE);
}

export async function setLanguageCookie(language: string): Promise<void> {
  await writeCookie(LANGUAGE, language, DEVICE_SECONDS);
}

/** Ends with the browser; the server ends it sooner (idle, absolute). Only in an action or a route. */
export async function setSessionCookie(token: string): Promise<void> {
  await writeCookie(SESSION, token, null);
}

export async function setDeviceCookie(token: string): Promise<void> {
  await writeCookie(DEVICE, token, DEVICE_SECONDS);
}

/** Of a browser whose password was right and whose code is asked for next, or null. */
export async function halfToken(): Promise<string | null> {
  return await readCookie(HALF);
}

export async function setHalfCookie(token: string): Promise<void> {
  await writeCookie(HALF, token, HALF_SECONDS);
}

export async function clearHalfCookie(): Promise<void> {
  await clear(HALF);
}

export async function clearSessionCookie(): Promise<void> {
  await clear(SESSION);
}

async function clear(name: string): Promise<void> {
  const jar = await cookies();
  jar.delete(name);
  jar.delete({ name: SECURE_PREFIX + name, secure: true, path: "/" });
}

async function readCookie(name: string): Promise<string | null> {
  const jar = await cookies();
  const secure = jar.get(SECURE_PREFIX + name)?.value;
  if (secure) return secure;
  const overTls = (await headers()).get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
  return overTls ? null : (jar.get(name)?.value ?? null);
}

/** A browser names the scheme it uses in the Origin of every form it posts. */
async function writeCookie(name: string, value: string, maxAge: number | null): Promise<void> {
  const secure = (await headers()).get("origin")?.startsWith("https://") === true;
  (await cookies()).set(secure ? SECURE_PREFIX + name : name, value, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    ...(maxAge === null ? {} : { maxAge }),
  });
}
