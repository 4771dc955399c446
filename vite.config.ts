import react from '@vitejs/plugin-react'
import { createReadStream, existsSync } from 'node:fs'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { tokensCss } from './src/tokens/css.ts'

const TOKENS = 'virtual:tokens.css'

/** The tokens' style sheet, made from their TypeScript source. */
const tokens = (): Plugin => ({
  name: 'tokens',
  resolveId: (id) => (id === TOKENS ? `\0${TOKENS}` : undefined),
  load: (id) => (id === `\0${TOKENS}` ? tokensCss() : undefined)
})

const TYPES: Record<string, string> = { '.css': 'text/css', '.woff2': 'font/woff2', '.js': 'text/javascript' }

const send = (path: string): { path: string; type: string } => ({ path, type: TYPES[extname(path)] ?? 'application/octet-stream' })

/** What the server serves beside the bundle, for `npm run dev`: built fonts and the mocks' service worker. */
const devFiles = (): Plugin => ({
  name: 'dev-files',
  configureServer({ middlewares, config }) {
    middlewares.use((request, response, next) => {
      const [path = ''] = (request.url ?? '').split('?')
      const worker = path === '/mockServiceWorker.js'
      if (!worker && !path.startsWith('/fonts/')) return next()
      const file = send(worker ? fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')) : join(config.root, 'build', normalize(path)))
      if (!existsSync(file.path)) return next()
      response.setHeader('content-type', file.type)
      createReadStream(file.path).pipe(response)
    })
  }
})

/**
 * Of what draws vectors the first scene uses two lines, and would carry all of the file that they are in: the rest gets a
 * copy of its own.
 */
const vectorsApart = (): Plugin => ({
  name: 'vectors-apart',
  enforce: 'pre',
  async resolveId(source, importer = '') {
    if (!source.endsWith('/helper.js') || !/[\\/]zrender[\\/]lib[\\/]svg[\\/]/.test(importer)) return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found === null ? null : `${found.id}?vectors`
  }
})

/** ECharts brings its words in English and in Chinese; nothing here is ever said in English. */
const chineseOnly = (): Plugin => ({
  name: 'chinese-only',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    source.endsWith('/langEN.js') && /[\\/]echarts[\\/]lib[\\/]core[\\/]/.test(importer) ? join(dirname(importer), '../i18n/langZH.js') : null
})

/** Chunks that a desk or a wall starts with. */
const FIRST = new Set(['screen', 'desk', 'wall-mode', 'index', 'rolldown-runtime'])

/** Libraries that only later chunks use. */
const LATER_LIBRARY = /[\\/]node_modules[\\/](@base-ui|@panzoom|@floating-ui|use-sync-external-store|@babel|lean-qr|modern-screenshot|pinyin-pro)[\\/]/
/** Only pages draw charts as vectors. */
const VECTORS = /[\\/]node_modules[\\/](zrender[\\/]lib[\\/]svg[\\/](?!helper\.js$)|echarts[\\/]lib[\\/]renderer[\\/]installSVGRenderer)/
/** What only later chunks use of our own. */
const LATER_SOURCE =
  /[\\/](contract[\\/](remote|embed-session|embed-sandbox|hide-ranks|jobs|series-periods)|src[\\/]queries[\\/](remote-\w+|walls-query|embed-session|static-downloads-query)|src[\\/]charts[\\/](sheet|carried|provenance|bars-map|comparison))\.ts$/
/** What stands beside a panel outside of the screen: several later modes share it, and would have it moved into the first chunk. */
const SHEET = /[\\/](src[\\/]charts[\\/](sheet|carried|provenance)|contract[\\/]series-periods|src[\\/]modes[\\/]embed[\\/]no-such-period)\.ts$/
/** The components and what is laid out by them. */
const IN_HAND = /[\\/]node_modules[\\/](@base-ui|@panzoom|@floating-ui|use-sync-external-store|@babel)[\\/]|[\\/]src[\\/]modes[\\/]tablet[\\/]/
const MODE = /[\\/]src[\\/](main|modes[\\/](?!shell|offline[\\/]static-words))/
const FIRST_STYLE = /[\\/]src[\\/]modes[\\/](desk|wall)[\\/][^\\/]+\.css$/

const isOfScreen = (id: string): boolean => FIRST_STYLE.test(id) || !(MODE.test(id) || LATER_LIBRARY.test(id) || VECTORS.test(id) || LATER_SOURCE.test(id))

export default defineConfig({
  plugins: [react(), tokens(), vectorsApart(), chineseOnly(), devFiles()],
  server: { host: '127.0.0.1', port: 5173 },
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'chrome109',
    cssTarget: 'chrome109',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What a scene is first shown with lies apart from what is asked for once somebody wants it.
        chunkFileNames: ({ name }) => (FIRST.has(name) ? 'assets/[name]-[hash].js' : 'assets/later/[name]-[hash].js'),
        assetFileNames: ({ names: [name = ''] }) =>
          FIRST.has(name.replace(/\.\w+$/, '')) ? 'assets/[name]-[hash][extname]' : 'assets/later/[name]-[hash][extname]',
        // What desk and wall share is one file: few requests before the first scene. So is what a tablet needs beside it. Modes stay apart.
        codeSplitting: {
          groups: [
            { name: 'screen', test: isOfScreen },
            { name: 'hand', test: IN_HAND },
            { name: 'sheet', test: SHEET }
          ],
          includeDependenciesRecursively: false
        }
      }
    }
  }
})
