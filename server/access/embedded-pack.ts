import { endpoints, PackAnswer } from '#contract/endpoints.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import { buildAnswer, bytesOf, type Answer } from '#server/answers/answer.ts'
import { recentlyUsed } from '#server/recently-used.ts'

const [packEndpoint] = endpoints
const KEPT_BYTES = 2e6

/** Without the other scenes, their themes and terms, and what is the walls' business; a scene's answer brings its own terms along. */
export function packFor(scene: string, pack: PackAnswer): PackAnswer {
  const { wall: _walls, ...info } = pack.info
  const isOwn = ({ id }: { readonly id: string }): boolean => id === scene
  return {
    ...pack,
    info: { ...info, scenes: [scene], themes: info.themes.filter(isOwn), milestones: [], programmes: [], codeLists: [] },
    scenes: pack.scenes.filter(isOwn)
  }
}

export async function readPackAnswer(book: AnswerBook, release: number | undefined): Promise<PackAnswer> {
  const { identity } = await book.answer({ endpoint: packEndpoint, input: { release } })
  return PackAnswer.parse(JSON.parse(identity.body.toString()))
}

/** The pack as an embedded scene or panel needs it, at a release. @throws Problem 404 for a release that is not there. */
export function embeddedPacks(book: AnswerBook, salt: string): (scene: string, release: number | undefined) => Promise<Answer> {
  const kept = recentlyUsed<Answer>(KEPT_BYTES, bytesOf)
  return async (scene, release) => {
    const whole = await readPackAnswer(book, release)
    const key = `${whole.release} ${release ?? ''} ${scene}`
    const answer = kept.get(key) ?? (await buildAnswer(packFor(scene, whole), 'quick', salt))
    kept.set(key, answer)
    return answer
  }
}
