import { useEffect, useEffectEvent } from 'react';
import { useRunSelected } from './use-run-selected.ts';

/** Ctrl+Enter, or ⌘+Enter, runs from wherever the keyboard is. Used once in the page. */
export function useRunShortcut() {
  const { run } = useRunSelected();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

export const shortcutLabel = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ ↵' : 'Ctrl ↵';
