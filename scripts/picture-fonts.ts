import { buildPictureFonts } from './fonts/picture-fonts.ts'

const { files, bytes } = await buildPictureFonts('build/picture-fonts')
console.log(`build/picture-fonts: ${files} files, ${(bytes / 1024 / 1024).toFixed(1)} MB`)
