import "./globals.css";
import type { ReactNode } from "react";
import { speakToReader } from "./reader.ts";

export const metadata = { title: "Exitdesk" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language } = await speakToReader();
  return (
    <html lang={language}>
      <body>{children}</body>
    </html>
  );
}
