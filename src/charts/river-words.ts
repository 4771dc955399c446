import type { Branch, RiverModel } from './river.ts'

const splitWord = (branches: readonly Branch[], name: string): string[] =>
  branches.some(({ look }) => look === 'demo') ? [branches.every(({ look, value }) => look === 'demo' || value === null) ? name : `部分${name}`] : []

/** `分路、分县为演示`: which splits are demo, in words; null where none is. */
export function demoWords({ sources, outlets }: Pick<RiverModel, 'sources' | 'outlets'>): string | null {
  const words = [...splitWord(sources, '分路'), ...splitWord(outlets, '分县')]
  return words.length === 0 ? null : `${words.join('、')}为演示`
}
