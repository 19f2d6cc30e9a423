/** UIDs, ascending, as an IMAP sequence set (RFC 9051, section 9): 1,2,3,7 is `1:3,7`. Short sets are read faster. */
export function uidSet(uids: number[]): string {
  const parts: string[] = [];
  let start = uids[0] ?? 0;
  uids.forEach((uid, index) => {
    const next = uids[index + 1];
    if (next === uid + 1) return;
    parts.push(start === uid ? `${uid}` : `${start}:${uid}`);
    start = next ?? uid;
  });
  return parts.join(",");
}
