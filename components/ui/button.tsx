import type { ButtonHTMLAttributes } from "react";

type Look = "primary" | "plain" | "danger" | "link";
const CLASSES: Record<Look, string> = {
  primary: "btn btn-primary",
  plain: "btn",
  danger: "btn btn-outline btn-error",
  link: "btn btn-ghost btn-sm",
};

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & { look?: Look };

/** A button that submits its form. There is no other kind: the desk works without scripts. */
export function Button({ look = "plain", type = "submit", ...rest }: Props) {
  return <button {...rest} type={type} className={CLASSES[look]} />;
}
