import type { Panel } from '#contract/scene.ts'
import { boundariesAnswer, packAnswer, panelAnswer, type Snapshot } from '#contract/snapshot.ts'
import { letterer } from '#server/render/lettering.ts'
import { panelPicture, type PanelPicture } from '#server/render/panel-picture.ts'
import type { DrawnPicture } from '#server/render/picture.ts'
import { pictureFaces } from '#tests/support/picture-fonts.ts'
import { textBoxes, type TextBox } from '#tests/support/picture-texts.ts'

export const faces = pictureFaces()
export const letters = letterer(faces)

export interface ScenePanel {
  readonly scene: string
  readonly panel: Panel
}

export const panelsOf = ({ document }: Snapshot): readonly ScenePanel[] =>
  document.scenes.flatMap(({ id, panels }) => panels.map((panel) => ({ scene: id, panel })))

type How = Pick<PanelPicture, 'width' | 'theme' | 'format'> & { readonly region?: string }

export function draw(snapshot: Snapshot, { scene, panel }: ScenePanel, { region, ...how }: How): DrawnPicture {
  const answer = panelAnswer(snapshot, { scene, panel: panel.id, region })
  const boundaries = boundariesAnswer(snapshot, { code: answer.root, context: '1' })
  return panelPicture({ answer, info: packAnswer(snapshot).info, boundaries, ...how }, letters)
}

const widthOf = (text: string, family: string, weight: number, size: number): number => {
  const files = faces.files.filter((file) => file.family === family && file.weight === weight)
  const advance = (character: string): number => files.flatMap(({ advances }) => advances.get(character.codePointAt(0) ?? 0) ?? [])[0] ?? 1000
  return (size / 1000) * Array.from(text).reduce((sum, character) => sum + advance(character), 0)
}

export const boxesOf = ({ svg }: DrawnPicture): readonly TextBox[] => textBoxes(svg, widthOf)

/** The size that a picture is laid out in. */
export function sizeOf({ svg }: DrawnPicture): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = String(svg.attrs['viewBox']).split(' ').map(Number)
  return { width, height }
}
