/**
 * The same reader with its last answer kept: several others ask it about the text of one mail in turn. For pure readers
 * whose answers nobody changes.
 */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  let last: { text: string; answer: Answer } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, answer: read(text) };
    return last.answer;
  };
}
