import { build } from 'esbuild'

/** A module and what it imports as one script for the browser. */
export async function scriptForPage(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', target: 'chrome109', write: false, logLevel: 'warning' })
  return outputFiles[0]?.text ?? ''
}
