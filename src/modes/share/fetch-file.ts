import { askFile } from './ask-file.ts'

/** A picture of a whole panel takes the server a moment. */
const PATIENCE = 30_000

/** @throws FileError in words for the page */
export const fetchFile = (address: string, signal?: AbortSignal): Promise<Blob> =>
  askFile(address, { patience: PATIENCE, signal }, (response) => response.blob())
