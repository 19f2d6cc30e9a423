import "./globals.css";
import type { ReactNode } from "react";
import { LOOK_ATTRIBUTES } from "@/components/look/looks.ts";
import { chosenLook } from "./look-cookie.ts";
import { speakToReader } from "./reader.ts";

export const metadata = { title: "Exitdesk" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language } = await speakToReader();
  const { look } = await chosenLook();
  return (
    <html lang={language} {...LOOK_ATTRIBUTES[look]}>
      <body>{children}</body>
    </html>
  );
}
