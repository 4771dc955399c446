// mapshaper ships no types; this is the one function the map command uses.
declare module 'mapshaper' {
  const mapshaper: {
    applyCommands(commands: string, input: Readonly<Record<string, string>>): Promise<Record<string, Uint8Array>>
  }
  export default mapshaper
}
