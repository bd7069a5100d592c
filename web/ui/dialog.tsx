import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './button.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal dialog, open as long as it is rendered. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed while it still stands in the page, the dialog gives focus back to what opened it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A press on the dialog itself is one beside its content: on the backdrop.
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      className="m-auto max-h-[calc(100dvh-32px)] w-[min(640px,calc(100vw-24px))] rounded-control border border-edge bg-surface text-ink backdrop:bg-[rgb(0_0_0/0.4)]"
    >
      <div className="p-5 min-[601px]:p-7">
        <div className="mb-4 flex items-center justify-between">
          <h2 id={id} className="text-m font-semibold tracking-tight">
            {title}
          </h2>
          <IconButton label="Close" onClick={onClose}>
            <X size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </div>
        {children}
      </div>
    </dialog>
  );
}
