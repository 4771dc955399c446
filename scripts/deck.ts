/**
 * `npx tsx scripts/deck.ts SCENE[,SCENE…]|all OUT.pptx [--theme paper] [--region 330802] [--root CODE] [--metric ID] [--period 2022-06]
 * [--fixture hidden]`: makes the PowerPoint file of scenes of the pack as the server would, to look at.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { boundariesAnswer, packAnswer, sceneAnswer } from '#contract/snapshot.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { readFaces } from '#server/render/faces.ts'
import { letterer } from '#server/render/lettering.ts'
import { deckScene } from '#server/render/office/pptx/deck-panel.ts'
import { makeDeck } from '#server/render/office/pptx/make-deck.ts'
import { regionsAsked, sceneAddress } from '#server/render/office/scene-address.ts'
import { isThemeId } from '#tokens/themes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'paper' },
    region: { type: 'string' },
    root: { type: 'string' },
    metric: { type: 'string' },
    period: { type: 'string' },
    fixture: { type: 'string', default: 'normal' }
  }
})
const [wanted = 'zonglan', out = 'deck.pptx'] = positionals
const snapshot = fixtures[values.fixture]?.()
const { theme, region, root, metric, period } = values
if (snapshot === undefined || !isThemeId(theme)) throw new Error('no such fixture or theme')
const { info } = packAnswer(snapshot)
const ids = wanted === 'all' ? snapshot.document.scenes.map(({ id }) => id) : wanted.split(',')
const scenes = ids.map((id) => {
  const answer = sceneAnswer(snapshot, { id, region, root })
  return deckScene({ answer, info, boundaries: boundariesAnswer(snapshot, { code: answer.root, context: '1' }), metric, period })
})
const addressOf = (answer: SceneAnswer): string =>
  sceneAddress('/', { scene: answer.scene.id, ...regionsAsked(answer), metric, period, release: answer.release })
const faces = readFaces('build/picture-fonts')
const begun = performance.now()
const deck = makeDeck({ scenes, info, theme, addressOf }, { faces, letterer: letterer(faces) })
await writeFile(out, deck)
console.log(`${out} ${deck.length} bytes, ${(performance.now() - begun).toFixed(0)} ms`)
