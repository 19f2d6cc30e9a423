import type { AttachmentView } from "@/lib/cases/attachment.ts";
import { sizeText } from "@/lib/mail/size-text.ts";

/** One file: what it is, how large, and the hash by which both sides can tell that it is the same. */
export function AttachedFile({ file }: { file: AttachmentView }) {
  const { id, name, size, sha256, about } = file;
  return (
    <div className="min-w-0 text-sm" data-attached={name}>
      <a href={`/api/attachments/${id}`} download className="link font-medium break-all">
        {name}
      </a>{" "}
      <span className="whitespace-nowrap">({sizeText(size)})</span>
      {about === "" ? null : <span className="block">{about}</span>}
      <code className="block text-xs break-all opacity-80">SHA-256 {sha256}</code>
    </div>
  );
}
