"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

type Props = {
  readonly open: boolean;
  readonly title: ReactNode;
  /** Called by Escape, by a click beside the dialog, and by its own buttons. */
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The browser's own modal dialog: it keeps the focus inside and gives it back when closed. */
export function Dialog({ open, title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself; the click is a second way.
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <h2 id={heading} className="mb-4 font-serif text-xl">
        {title}
      </h2>
      {open && children}
    </dialog>
  );
}
