/** `/embed.js`, for pages of other sites: an ES module, with `TongxinEmbed.mount` beside its export for scripts that import nothing. */
import { mountFrom } from '#modes/embed/host/mount.ts'

export const mount = mountFrom(new URL(import.meta.url).origin)

Object.assign(globalThis, { TongxinEmbed: { mount } })
