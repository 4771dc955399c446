import { openAnswerStore } from '#queries/answer-store.ts'

/** The desk's stored answers; nothing is opened before something is asked of them. */
export const deskAnswers = openAnswerStore('desk')
