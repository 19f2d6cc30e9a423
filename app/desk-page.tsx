import type { ReactNode } from "react";
import { type Room, Shell } from "@/components/shell/shell.tsx";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { SignOutForm } from "./sign-out-form.tsx";

type Props = { room: Room | null; viewer: Viewer; csrf: string; children: ReactNode };

/** The frame of a signed-in person's page with the way out in it. */
export function DeskPage({ room, viewer, csrf, children }: Props) {
  return (
    <Shell room={room} signOut={<SignOutForm csrf={csrf} login={viewer.login} />}>
      {children}
    </Shell>
  );
}
