import { STATIC_META } from '#contract/static-files.ts'

/** Whether these pages are files of an export: nobody is there to tell of releases, hear of walls or make pictures. */
export const isStatic = (): boolean => typeof document !== 'undefined' && document.querySelector(`meta[name="${STATIC_META}"]`) !== null
