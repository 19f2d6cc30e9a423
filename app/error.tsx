"use client";
import { Doorway } from "@/components/shell/doorway.tsx";

/** A page that could not be made. What was typed before was saved or refused by its own form; nothing is lost here. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Doorway title="This page could not be shown">
      <p role="alert">
        Nothing was changed or lost. Reload the page; if it stays like this, look at the desk's
        output{error.digest ? ` for incident ${error.digest}` : ""}.
      </p>
      <p>
        <a href="/queue">Back to the queue</a>
      </p>
    </Doorway>
  );
}
