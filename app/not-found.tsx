import { Doorway } from "@/components/shell/doorway.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import { titled } from "./page-metadata.ts";
import { speakToReader } from "./reader.ts";

export const generateMetadata = titled(({ titles }) => titles.notHere);

/** An address nobody has, or a case this person may not see: the same words, so that nothing is told. */
export default async function NotFound() {
  await speakToReader();
  return (
    <Doorway title={words().frame.notFoundTitle}>
      <p>
        {rich(words().frame.checkAddress, {
          link: <a href="/queue">{words().frame.backToQueue}</a>,
        })}
      </p>
    </Doorway>
  );
}
