import { Doorway } from "@/components/shell/doorway.tsx";
import { speakToReader } from "./reader.ts";

export const metadata = { title: "Not here · Exitdesk" };

/** An address nobody has, or a case this person may not see: the same words, so that nothing is told. */
export default async function NotFound() {
  await speakToReader();
  return (
    <Doorway title="There is no such page, or you may not see it">
      <p>
        Check the address. <a href="/queue">Back to the queue</a>
      </p>
    </Doorway>
  );
}
