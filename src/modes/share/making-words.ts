import type { DeckKind } from './deck-address.ts'
import type { Progress } from './make-file.ts'

type Told = Exclude<Progress, { readonly at: 'asked' | 'fetched' | 'cut' }>

function countedWords(told: Told, kind: DeckKind): string {
  if (told.at === 'waiting') return told.ahead === 0 ? '排队中，马上开始' : `排队中，前面还有 ${told.ahead} 个`
  const { done, of } = told
  if (of === 0) return '正在准备'
  const now = Math.min(done + 1, of)
  return kind === 'pptx' ? `正在生成第 ${now} 页，共 ${of} 页` : `正在生成第 ${now} 张表，共 ${of} 张`
}

const PLAIN = { asked: '正在准备', fetched: '正在下载', cut: '网络断了，连上后接着等' } as const

/** How a file is coming on, for who waits for it. */
export function makingWords(progress: Progress, kind: DeckKind): string {
  const words = 'ahead' in progress || 'of' in progress ? countedWords(progress, kind) : PLAIN[progress.at]
  return progress.resumed && progress.at !== 'cut' ? `网络已恢复，${words}` : words
}

/** Of a bar: done, of how much; undefined while nobody knows. */
export function makingShare(progress: Progress): { readonly value: number; readonly max: number } | undefined {
  if (progress.at === 'fetched') return { value: 1, max: 1 }
  return progress.at === 'making' && progress.of > 0 ? { value: progress.done, max: progress.of } : undefined
}
