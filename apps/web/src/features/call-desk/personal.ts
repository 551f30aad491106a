/** What a note holds that says who somebody is. */
export type Personal = 'telephone' | 'socialInsurance' | 'healthInsurance' | 'email' | 'postalCode' | 'name';

const patterns: readonly (readonly [Personal, RegExp])[] = [
  // before the telephone: nine digits by three are a social insurance number, ten a telephone
  ['healthInsurance', /(?<![\p{L}\p{N}])\p{Lu}{4}[\s-]?\d{4}[\s-]?\d{4}(?!\p{N})/iu],
  ['socialInsurance', /(?<![\d-])\d{3}[\s.-]?\d{3}[\s.-]?\d{3}(?![\d-])/],
  ['telephone', /(?<!\d)(?:\+?1[\s.-]?)?\(?[2-9]\d{2}\)?[\s.-]{0,2}\d{3}[\s.-]?\d{4}(?!\d)/],
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u],
  ['postalCode', /(?<![\p{L}\p{N}])[a-ceghj-nprstvxy]\d[a-z][\s-]?\d[a-z]\d(?![\p{L}\p{N}])/iu],
  ['name', /(?<![\p{L}\p{N}])(?:M\.|MM\.|Mme|Mmes|Mlle|Mr\.?|Mrs\.?|Ms\.?|Miss|Monsieur|Madame)\s+\p{Lu}[\p{L}’'-]+/u],
];

/** Each once, in the order in which they are named. Numbers of services (811, 1 866 277-3553) with a toll-free beginning are nobody's. */
export function personalIn(note: string): Personal[] {
  const read = note.replace(/(?<!\d)1?[\s.-]?\(?8(?:00|33|44|55|66|77|88)\)?[\s.-]\d{3}[\s.-]?\d{4}(?!\d)/g, ' ');
  return patterns.filter(([, pattern]) => pattern.test(read)).map(([personal]) => personal);
}
