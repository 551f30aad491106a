type Point = { readonly latitude?: number | null; readonly longitude?: number | null };

/** The way to a point, from wherever one is. */
export const directionsTo = ({ latitude, longitude }: Point): string =>
  `https://www.openstreetmap.org/directions?to=${latitude},${longitude}`;
