import type { PanelKind } from '#panel-kit/define-panel.tsx'

/** Every panel kind, found on disk: a new kind is a new file and no entry here. */
const modules = import.meta.glob<{ readonly panel: PanelKind }>('/src/panels/*.tsx', { eager: true })

export const panelKinds: ReadonlyMap<string, PanelKind> = new Map(Object.values(modules).map(({ panel }) => [panel.kind, panel]))
