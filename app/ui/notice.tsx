import type { ReactNode } from "react";
import { isWords } from "./form/typed.tsx";
import { Icon } from "./icons.tsx";

type NoticeVariant = "info" | "warn" | "error" | "success";

const kinds = {
  info: { look: "info", icon: "info" },
  warn: { look: "warning", icon: "warning" },
  error: { look: "error", icon: "error" },
  success: { look: "ok", icon: "success" },
} as const;

type Props = {
  variant?: NoticeVariant | undefined;
  title?: ReactNode;
  /** Said aloud when it appears: politely, or at once. Leave out for what is there from the start. */
  live?: "polite" | "at-once" | undefined;
  action?: ReactNode;
  children?: ReactNode;
};

export function Notice({ variant = "info", title, live, action, children }: Props) {
  const { look, icon } = kinds[variant];
  return (
    <div className={`utrecht-alert utrecht-alert--${look}`} role={live && (live === "polite" ? "status" : "alert")}>
      <div className="utrecht-alert__icon">
        <Icon name={icon} />
      </div>
      <div className="utrecht-alert__content">
        <div className={action ? "notice-row" : undefined}>
          <div className="utrecht-alert__message">
            {title && <p className="notice-title">{title}</p>}
            {isWords(children) ? <p>{children}</p> : children}
          </div>
          {action}
        </div>
      </div>
    </div>
  );
}

/** What could not be done, and why; said at once. */
export function Refusal({ children }: { children: ReactNode }) {
  return (
    <Notice variant="warn" live="at-once">
      {children}
    </Notice>
  );
}
