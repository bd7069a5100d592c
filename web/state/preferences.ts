import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Browser } from '#cors';
import { kept } from './kept.ts';

export type Theme = 'system' | 'light' | 'dark';

interface Preferences {
  readonly theme: Theme;
  /** Whose rules the prediction follows; null means the browser one is in. */
  readonly predictAs: Browser | null;
  readonly snippetTab: string;
  themeChosen(theme: Theme): void;
  predictAsChosen(browser: Browser | null): void;
  snippetTabChosen(tab: string): void;
}

export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      theme: 'system',
      predictAs: null,
      snippetTab: 'Header',
      themeChosen: (theme) => set({ theme }),
      predictAsChosen: (predictAs) => set({ predictAs }),
      snippetTabChosen: (snippetTab) => set({ snippetTab }),
    }),
    { name: 'preflight-preferences', version: 1, storage: kept() },
  ),
);
