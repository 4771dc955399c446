/** A slot of a line in a scene file: `{zs.projects}`, `{span zs.projects}`. */
export const SLOT = /\{(?:(period|span|note) )?([A-Za-z][\w.-]*)\}/g

/** The indicators that a line names, each once. */
export const indicatorsIn = (template: string): readonly string[] => [...new Set([...template.matchAll(SLOT)].map((match) => match[2] ?? ''))]
