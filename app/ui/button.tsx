import type { ComponentProps } from "react";
import { Icon, type IconName } from "./icons.tsx";
import { Anchor } from "./layout/anchor.tsx";

type ButtonVariant = "primary" | "secondary" | "quiet";

type Look = {
  variant?: ButtonVariant | undefined;
  size?: "normal" | "small" | undefined;
  danger?: boolean | undefined;
  wide?: boolean | undefined;
  icon?: IconName | undefined;
  /** Only the icon shows; the children are its name for who cannot see it. */
  iconOnly?: boolean | undefined;
};

const actions = { primary: "primary-action", secondary: "secondary-action", quiet: "subtle" } as const;

function look({ variant = "primary", size, danger, wide, iconOnly }: Look, className = "") {
  return [
    "utrecht-button",
    `utrecht-button--${actions[variant]}`,
    danger && "utrecht-button--danger",
    size === "small" && "button-small",
    wide && "button-wide",
    iconOnly && "button-icon",
    className,
  ]
    .filter(Boolean)
    .join(" ");
}

type ButtonProps = Look & Omit<ComponentProps<"button">, "style">;

/** Sends its form unless `type` says otherwise. */
export function Button({
  variant,
  size,
  danger,
  wide,
  icon,
  iconOnly,
  className,
  type = "submit",
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={look({ variant, size, danger, wide, iconOnly }, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
    </button>
  );
}

type LinkButtonProps = Look & ComponentProps<typeof Anchor>;

export function LinkButton({ variant, size, danger, wide, icon, iconOnly, className, children, ...rest }: LinkButtonProps) {
  return (
    <Anchor className={look({ variant, size, danger, wide, iconOnly }, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
    </Anchor>
  );
}
