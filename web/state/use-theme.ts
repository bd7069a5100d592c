import { useEffect } from 'react';
import { type Theme, usePreferences } from './preferences.ts';

/** Read by the script in index.html, which runs before the first paint and before this module. */
const storedAs = 'preflight-theme';

function store(theme: Theme) {
  try {
    if (theme === 'system') localStorage.removeItem(storedAs);
    else localStorage.setItem(storedAs, theme);
  } catch {
    // Storage that is refused only means that the choice ends with this page.
  }
}

/** Keeps the document in the theme that one has chosen. */
export function useTheme() {
  const theme = usePreferences((state) => state.theme);
  useEffect(() => store(theme), [theme]);
  useShownTheme(theme);
}

/** Keeps the document in this theme. */
export function useShownTheme(theme: Theme) {
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const show = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    show();
    dark.addEventListener('change', show);
    return () => dark.removeEventListener('change', show);
  }, [theme]);
}
