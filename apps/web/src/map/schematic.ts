import type { Feature, FeatureCollection, LineString, Polygon } from 'geojson';

type Point = [longitude: number, latitude: number];

/**
 * Laval as one draws it from memory on a napkin: an island between two rivers, and the motorways that cross it. Coordinates are
 * of well-known places, to about half a kilometre: it shows where things are to each other, not where a street is.
 */
export const island: Point[] = [
  [-73.895, 45.528],
  [-73.888, 45.549],
  [-73.87, 45.566],
  [-73.845, 45.586],
  [-73.818, 45.606],
  [-73.795, 45.623],
  [-73.768, 45.638],
  [-73.742, 45.653],
  [-73.71, 45.664],
  [-73.678, 45.676],
  [-73.64, 45.689],
  [-73.6, 45.699],
  [-73.56, 45.707],
  [-73.527, 45.706],
  [-73.523, 45.697],
  [-73.545, 45.683],
  [-73.575, 45.662],
  [-73.605, 45.643],
  [-73.633, 45.625],
  [-73.648, 45.606],
  [-73.658, 45.588],
  [-73.67, 45.571],
  [-73.688, 45.561],
  [-73.708, 45.546],
  [-73.73, 45.532],
  [-73.757, 45.521],
  [-73.785, 45.519],
  [-73.812, 45.512],
  [-73.84, 45.507],
  [-73.868, 45.51],
];

/** Îles-Laval, in the Rivière des Prairies. */
const islets: Point[][] = [
  [
    [-73.862, 45.503],
    [-73.852, 45.505],
    [-73.844, 45.5],
    [-73.856, 45.498],
  ],
];

const roads: { name: string; course: Point[] }[] = [
  {
    name: '13',
    course: [
      [-73.786, 45.5],
      [-73.79, 45.53],
      [-73.797, 45.56],
      [-73.812, 45.59],
      [-73.822, 45.625],
    ],
  },
  {
    name: '15',
    course: [
      [-73.716, 45.527],
      [-73.735, 45.548],
      [-73.752, 45.575],
      [-73.772, 45.605],
      [-73.79, 45.64],
    ],
  },
  {
    name: '19',
    course: [
      [-73.668, 45.555],
      [-73.682, 45.583],
      [-73.7, 45.612],
      [-73.722, 45.65],
      [-73.735, 45.675],
    ],
  },
  {
    name: '25',
    course: [
      [-73.62, 45.61],
      [-73.63, 45.64],
      [-73.64, 45.668],
      [-73.648, 45.7],
    ],
  },
  {
    name: '440',
    course: [
      [-73.856, 45.541],
      [-73.82, 45.543],
      [-73.78, 45.553],
      [-73.744, 45.567],
      [-73.71, 45.589],
      [-73.675, 45.61],
      [-73.64, 45.633],
    ],
  },
];

const closed = (ring: Point[]): Point[] => [...ring, ring[0]!];
const land = (ring: Point[]): Feature<Polygon> => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Polygon', coordinates: [closed(ring)] },
});

export const schematicLand: FeatureCollection<Polygon> = { type: 'FeatureCollection', features: [island, ...islets].map(land) };

export const schematicRoads: FeatureCollection<LineString> = {
  type: 'FeatureCollection',
  features: roads.map(({ name, course }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'LineString', coordinates: course },
  })),
};

/** Where a road's number stands, a third along its course. */
export const shields = roads.map(({ name, course }) => ({ name, at: course[Math.floor(course.length / 3)]! }));
