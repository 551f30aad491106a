import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import type { Palette } from '../ui/tokens.mjs';
import { schematicLand, schematicRoads } from './schematic.ts';

/** Wide as on the ground: twice as many pixels with each level. */
const growing = (atTen: number): ExpressionSpecification => ['interpolate', ['exponential', 2], ['zoom'], 10, atTen, 16, atTen * 64];

/** The map drawn from what we know by heart, or from boundaries that were imported. Nothing is fetched from anywhere. */
export function styleOf(palette: Palette, boundaries: FeatureCollection | null): StyleSpecification {
  const outline = boundaries ? 1 : 24;
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: boundaries ?? schematicLand },
      roads: { type: 'geojson', data: schematicRoads },
    },
    layers: [
      { id: 'elsewhere', type: 'background', paint: { 'background-color': palette.landOther } },
      {
        id: 'river',
        type: 'line',
        source: 'land',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.water, 'line-width': growing(outline) },
      },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
      {
        id: 'coast',
        type: 'line',
        source: 'land',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.coast, 'line-width': 1 },
      },
      {
        id: 'roads',
        type: 'line',
        source: 'roads',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': palette.road, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 2, 14, 7] },
      },
    ],
  };
}
