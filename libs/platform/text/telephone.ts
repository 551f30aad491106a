/** A number of North America as E.164 has it; one that says its country as it is. Null for what is no number, or one nobody can be written at. */
export function e164(given: string): string | null {
  const [digits, plus] = [given.replace(/\D/g, ''), given.trim().startsWith('+')];
  if (plus) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(national) ? `+1${national}` : null;
}
