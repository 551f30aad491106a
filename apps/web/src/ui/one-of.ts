/** What is usually counted, and one of it. */
const usual = {
  fr: {
    places: 'place',
    paniers: 'panier',
    repas: 'repas',
    lits: 'lit',
    'rendez-vous': 'rendez-vous',
    'paniers alimentaires': 'panier alimentaire',
  },
  en: { places: 'place', baskets: 'basket', meals: 'meal', beds: 'bed', appointments: 'appointment', 'food baskets': 'food basket' },
};

/** Nothing for a word of their own. */
export const oneOf = (unit: string, language: string): string | undefined =>
  new Map(Object.entries(language === 'en' ? usual.en : usual.fr)).get(unit);
