import { inRoot, packDir } from './paths.mjs'

const always = ['package.json', 'package-lock.json', 'scripts/build-steps', 'scripts/build.mjs'].map((path) => inRoot(path))

/** The things a build makes: what each is made from, and the file that shows it was made. */
export const parts = {
  server: {
    inputs: [...always, inRoot('server'), inRoot('contract'), ...['charts', 'format', 'tokens'].map((folder) => inRoot('src', folder))],
    output: inRoot('dist/server/main.js')
  },
  client: {
    inputs: [...always, inRoot('src'), inRoot('contract'), inRoot('scripts/app-files'), inRoot('index.html'), inRoot('vite.config.ts')],
    output: inRoot('dist/client/index.html')
  },
  pictures: { inputs: [...always, inRoot('scripts/fonts')], output: inRoot('build/picture-fonts/fonts.json') },
  fonts: { inputs: [...always, inRoot('src'), inRoot('scripts/fonts'), packDir()], output: inRoot('build/fonts/fonts.css') }
}
