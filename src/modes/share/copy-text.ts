/** Over plain HTTP a browser has no clipboard to write to; what is selected can still be copied. */
function copySelected(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  field.focus()
  field.setSelectionRange(0, field.value.length)
  return document.execCommand('copy')
}

/** Copies what stands in the field; false where the browser lets nobody. */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    return copySelected(field)
  }
}
