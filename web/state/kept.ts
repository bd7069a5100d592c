import type { PersistStorage } from 'zustand/middleware';

/**
 * Keeps a store's state in this browser, written once what changed is on the screen. Where storage is full, switched off
 * or refused, as it is in frames on other sites, the state lasts as long as the page.
 */
export function kept<S>(): PersistStorage<S> {
  let due: ReturnType<typeof setTimeout> | undefined;
  return {
    getItem: (name) => {
      try {
        return JSON.parse(localStorage.getItem(name) ?? 'null');
      } catch {
        return null;
      }
    },
    setItem: (name, value) => {
      clearTimeout(due);
      due = setTimeout(() => {
        try {
          localStorage.setItem(name, JSON.stringify(value));
        } catch {
          // As said above.
        }
      });
    },
    removeItem: (name) => localStorage.removeItem(name),
  };
}
