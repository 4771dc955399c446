import * as z from 'zod/mini'

export const oEmbedPath = '/api/v1/oembed'

/** An answer of the kind `rich` as https://oembed.com has it; sizes in CSS pixels. */
export const OEmbed = z.object({
  type: z.literal('rich'),
  version: z.literal('1.0'),
  title: z.string(),
  provider_name: z.string(),
  provider_url: z.string(),
  html: z.string(),
  width: z.int(),
  height: z.int()
})

export type OEmbed = z.infer<typeof OEmbed>
