import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";
import { BLOCK_LETTER_LANGUAGES } from "@/lib/blocks/block-letter.ts";

/** Shows the letter in another language; what was typed into it is not kept. */
export function LetterLanguage({ path, chosen }: { path: string; chosen: string }) {
  const { language, show, languages } = words().blocks.networks;
  return (
    <form action={path} className="mb-4 flex flex-wrap items-end gap-3">
      <Select
        name="letter"
        label={language}
        options={BLOCK_LETTER_LANGUAGES.map((value) => ({ value, label: languages[value] }))}
        defaultValue={chosen}
      />
      <Button>{show}</Button>
    </form>
  );
}
