import type { Panel } from '#contract/scene.ts'

export interface Places {
  readonly figures: readonly Panel[]
  /** The scene's own picture; undefined where no panel draws. */
  readonly hero: Panel | undefined
  readonly rest: readonly Panel[]
}

/** Where each panel stands on a tablet, in the order of the column: where no panel is said to be the stage, the first that has a height is. */
export function placesOf(panels: readonly Panel[]): Places {
  const placed =
    (place: string) =>
    (panel: Panel): boolean =>
      panel.area.column?.place === place
  const hero = panels.find(placed('stage')) ?? panels.find(({ area }) => area.column?.height !== undefined && area.column.place === undefined)
  const figures = panels.filter(placed('figures'))
  return { figures, hero, rest: panels.filter((panel) => panel !== hero && !figures.includes(panel)) }
}
