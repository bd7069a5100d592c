import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, IconButton } from './button.tsx';

const shownFor = 1600;

interface CopyButtonProps {
  /** What it copies, as in "Copy the link". */
  readonly what: string;
  /** Called when pressed, so that nothing is written out, or even loaded, before it is wanted. */
  readonly text: () => string | Promise<string>;
  /** With words, an outlined button; without, the icon alone. */
  readonly children?: string;
}

export function CopyButton({ what, text, children }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), shownFor);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await text());
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  const Icon = state === 'copied' ? Check : Copy;
  const icon = <Icon size={children ? 16 : 15} strokeWidth={1.5} aria-hidden />;
  const said = { ready: '', copied: 'Copied', refused: 'The browser did not allow copying' }[state];
  return (
    <span className="inline-flex items-center gap-1.5">
      {children ? (
        <Button onClick={copy}>
          {icon}
          {state === 'copied' ? 'Copied' : children}
        </Button>
      ) : (
        <IconButton label={`Copy ${what}`} onClick={copy} className="-mr-2 text-ink-3!">
          {icon}
        </IconButton>
      )}
      <span role="status" className={state === 'refused' ? 'text-block' : 'sr-only'}>
        {said}
      </span>
    </span>
  );
}
