import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../button.tsx";

type Props = {
  id: string;
  title: string;
  closeWord: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
};

/** The browser's own dialog: it keeps the focus inside, closes on Esc and gives the focus back to what had it. */
export function Dialog({ id, title, closeWord, open, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={ref} id={id} className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <form method="dialog" className="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <Button variant="quiet" icon="close" iconOnly>
          {closeWord}
        </Button>
      </form>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
