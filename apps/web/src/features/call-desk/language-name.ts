/** A language by its code, as the head of a line has it: « Arabe ». */
export function languageName(code: string, page: string): string {
  const name = new Intl.DisplayNames([`${page}-CA`], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
