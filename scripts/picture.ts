/**
 * `npx tsx scripts/picture.ts SCENE PANEL OUT.png [--width 1600] [--theme paper] [--region 330802] [--metric ID] [--period 2022-06]
 * [--fixture hidden]`: draws one panel of the pack as the server would, to look at; OUT.svg writes the SVG. `all` as SCENE draws
 * every panel into the folder OUT, of the kinds that have a picture.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packAnswer } from '#contract/snapshot.ts'
import { boundariesAnswer, panelAnswer, type Snapshot } from '#contract/snapshot.ts'
import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { writeElement } from '#server/render/element.ts'
import { withFonts } from '#server/render/embedded-fonts.ts'
import { readFaces } from '#server/render/faces.ts'
import { letterer } from '#server/render/lettering.ts'
import { panelPicture } from '#server/render/panel-picture.ts'
import { pngOf } from '#server/render/png.ts'
import { isThemeId } from '#tokens/themes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1600' },
    theme: { type: 'string', default: 'paper' },
    region: { type: 'string' },
    metric: { type: 'string' },
    period: { type: 'string' },
    fixture: { type: 'string', default: 'normal' },
    kind: { type: 'string' }
  }
})
const [scene = 'zonglan', panel = 'kpi', out = 'picture.png'] = positionals
const snapshot: Snapshot | undefined = fixtures[values.fixture]?.()
const theme = values.theme
if (snapshot === undefined || !isThemeId(theme)) throw new Error('no such fixture or theme')
const faces = readFaces('build/picture-fonts')
const letters = letterer(faces)

async function draw(view: Snapshot, sceneId: string, panelId: string, file: string): Promise<void> {
  const answer = panelAnswer(view, { scene: sceneId, panel: panelId, region: values.region })
  const picture = panelPicture(
    {
      answer,
      info: packAnswer(view).info,
      boundaries: boundariesAnswer(view, { code: answer.root, context: '1' }),
      width: Number(values.width),
      theme: isThemeId(theme) ? theme : 'paper',
      format: file.endsWith('.svg') ? 'svg' : 'png',
      metric: values.metric,
      period: values.period
    },
    letters
  )
  await writeFile(file, file.endsWith('.svg') ? writeElement(await withFonts(picture)) : pngOf(picture, faces))
}

if (scene !== 'all') await draw(snapshot, scene, panel, out)
else {
  await mkdir(panel, { recursive: true })
  for (const { id, panels } of snapshot.document.scenes) {
    const wanted = panels.filter(({ kind }) => PICTURE_KINDS.has(kind) && (values.kind === undefined || kind === values.kind))
    for (const one of wanted) {
      const begun = performance.now()
      await draw(snapshot, id, one.id, join(panel, `${id}-${one.id}.png`))
      console.log(`${id}-${one.id} ${one.kind} ${(performance.now() - begun).toFixed(0)} ms`)
    }
  }
}
