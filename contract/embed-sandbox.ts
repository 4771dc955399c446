/**
 * What the frame of an embed may, wherever its code comes from: it needs its own origin for its requests and messages, and opens the
 * whole screen in a window of its own.
 */
export const EMBED_SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox'
