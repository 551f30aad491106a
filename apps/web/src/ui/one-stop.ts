/** « 9 a.m.. » at the end of a sentence is « 9 a.m. » */
export const oneStop = (sentence: string): string => sentence.replace(/\.\.$/, '.');
