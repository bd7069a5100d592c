import { Contrast, Moon, Sun } from 'lucide-react';
import { type Theme, usePreferences } from '../state/preferences.ts';
import { IconButton } from '../ui/button.tsx';

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const icons = { system: Contrast, light: Sun, dark: Moon };

export function ThemeButton() {
  const theme = usePreferences((state) => state.theme);
  const themeChosen = usePreferences((state) => state.themeChosen);
  const Icon = icons[theme];
  return (
    <IconButton label={`Theme: ${theme}`} onClick={() => themeChosen(next[theme])}>
      <Icon size={16} strokeWidth={1.5} aria-hidden className={theme === 'system' ? '[&_path]:fill-current' : ''} />
    </IconButton>
  );
}
