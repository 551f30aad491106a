/** A number as it is read here, and as a telephone dials it. */
export function telephone(number: string): { shown: string; href: string } {
  const digits = number.replace(/\D/g, '');
  const local = /^1?(\d{3})(\d{3})(\d{4})$/.exec(digits);
  if (!local) return { shown: number, href: `tel:${number.trim().startsWith('+') ? '+' : ''}${digits}` };
  const [, area, office, line] = local;
  const tollFree = /^8(00|33|44|55|66|77|88)$/.test(area!);
  return { shown: `${tollFree ? '1\u00A0' : ''}${area}\u00A0${office}-${line}`, href: `tel:+1${area}${office}${line}` };
}
