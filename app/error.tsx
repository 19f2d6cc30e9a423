"use client";
import { Doorway } from "@/components/shell/doorway.tsx";
import { failure as german } from "@/components/words/de/failure.ts";
import { failure as english } from "@/components/words/en/failure.ts";
import { fill } from "@/components/words/fill.ts";

/**
 * A page that could not be made. What was typed before was saved or refused by its own form; nothing is lost here. It gets
 * no words from the server, so these few lines are in the browser in each language.
 */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const isGerman = typeof document !== "undefined" && document.documentElement.lang === "de";
  const words = isGerman ? german : english;
  const incident = error.digest ? fill(words.incident, { digest: error.digest }) : "";
  return (
    <Doorway title={words.title}>
      <p role="alert">{fill(words.text, { incident })}</p>
      <p>
        <a href="/queue">{words.back}</a>
      </p>
    </Doorway>
  );
}
