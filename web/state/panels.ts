import { create } from 'zustand';

export type PanelName = 'request' | 'server';

interface Panels {
  /** On a phone the editors are folded under their headers; wider screens show them always. */
  readonly open: Readonly<Record<PanelName, boolean>>;
  panelToggled(name: PanelName, open: boolean): void;
}

export const usePanels = create<Panels>()((set) => ({
  open: { request: false, server: false },
  panelToggled: (name, isOpen) => set(({ open }) => ({ open: { ...open, [name]: isOpen } })),
}));
