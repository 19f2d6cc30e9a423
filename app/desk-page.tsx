import type { ReactNode } from "react";
import type { Screen } from "@/components/keys/key-table.ts";
import type { Room } from "@/components/shell/pages.ts";
import { Shell } from "@/components/shell/shell.tsx";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { chosenLook } from "./look-cookie.ts";
import { SignOutForm } from "./sign-out-form.tsx";

type Props = {
  room: Room | null;
  viewer: Viewer;
  csrf: string;
  /** Which keys it has beside those of every page. */
  screen?: Screen;
  children: ReactNode;
};

/** The frame of a signed-in person's page with the way out in it. */
export async function DeskPage({ room, viewer, csrf, screen = "other", children }: Props) {
  const { allKeys } = await chosenLook();
  return (
    <Shell
      room={room}
      viewer={viewer}
      screen={screen}
      allKeys={allKeys}
      signOut={<SignOutForm csrf={csrf} login={viewer.login} />}
    >
      {children}
    </Shell>
  );
}
