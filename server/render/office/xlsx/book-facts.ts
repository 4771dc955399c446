import type { SceneAnswer } from '#contract/endpoints.ts'
import type { PackInfo } from '#contract/pack.ts'
import type { FileFacts } from '#server/render/office/properties.ts'

/** What a workbook of these scenes says of itself: all are of one release. */
export const bookFacts = (answers: readonly SceneAnswer[], { title, product }: Pick<PackInfo, 'title' | 'product'>): FileFacts => ({
  title: answers.map(({ scene }) => scene.title).join('、'),
  publisher: title,
  subject: product,
  made: answers[0]?.publishedAt ?? ''
})
